package dev.fortnight.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.site.SiteTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where things stand on the public site: the newest edition at the root, each edition under {@code
 * editions/}, the working site under {@code working/}, {@code versions.json}. Everything else that
 * is there belongs to somebody else and stays.
 *
 * @param <I> what names a file's bytes where the site is kept
 */
final class SiteLayout<I> {

  static final String VERSIONS = "versions.json";

  private static final String WORKING = "working/";
  private static final String NO_JEKYLL = ".nojekyll";
  private static final Pattern EDITION_MANIFEST =
      Pattern.compile("editions/([1-9][0-9]{0,5})/edition/manifest\\.json");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** How the place that keeps the site stores and reads bytes. */
  interface Storage<I> {

    I store(byte[] bytes);

    byte[] read(I id);
  }

  private final NavigableMap<String, I> files;
  private final Storage<I> storage;
  private final boolean adopt;

  /**
   * @param current all files that are there, by path
   * @param adopt whether files of others at our addresses may be replaced
   */
  SiteLayout(Map<String, I> current, Storage<I> storage, boolean adopt) {
    this.files = new TreeMap<>(current);
    this.storage = storage;
    this.adopt = adopt;
  }

  /** The files as they are to be, by path. */
  NavigableMap<String, I> with(ApprovedEdition edition) {
    NavigableMap<String, I> tree = stored(edition.site());
    int newest = Math.max(edition.number(), newestEdition());
    Set<String> ours = ownedAtRoot();
    replace("editions/" + edition.number() + "/", tree);
    if (newest == edition.number()) {
      files.keySet().removeAll(ours);
      addAtRoot(tree);
    }
    return finished(Set.of());
  }

  /** The files as they are to be, by path. */
  NavigableMap<String, I> with(WorkingSite site) {
    replace(WORKING, stored(site.site()));
    if (newestEdition() > 0) {
      return finished(Set.of());
    }
    files.keySet().removeAll(ownedAtRoot());
    NavigableMap<String, I> waiting = stored(site.waitingPage());
    addAtRoot(waiting);
    return finished(waiting.keySet());
  }

  private NavigableMap<String, I> stored(SiteTree tree) {
    NavigableMap<String, I> stored = new TreeMap<>();
    tree.files().forEach((path, bytes) -> stored.put(path, storage.store(bytes)));
    return stored;
  }

  private void replace(String folder, Map<String, I> tree) {
    files.subMap(folder, folder.substring(0, folder.length() - 1) + "0").clear();
    tree.forEach((path, id) -> files.put(folder + path, id));
  }

  private void addAtRoot(Map<String, I> tree) {
    for (Map.Entry<String, I> file : tree.entrySet()) {
      I there = files.get(file.getKey());
      if (there != null && !there.equals(file.getValue()) && !adopt) {
        throw new ProblemException(
            "the published site has a file of somebody else's at " + file.getKey(),
            "Move it, or set 'publish: {adopt: true}' in programme.yml to replace it.");
      }
      files.put(file.getKey(), file.getValue());
    }
  }

  /**
   * The files at the root that we put there: the copy of the newest edition where it still has the
   * edition's bytes, or what the page before the first edition consists of.
   */
  private Set<String> ownedAtRoot() {
    Set<String> owned = new HashSet<>();
    int newest = newestEdition();
    if (newest > 0) {
      String folder = "editions/" + newest + "/";
      files
          .subMap(folder, folder.substring(0, folder.length() - 1) + "0")
          .forEach(
              (path, id) -> {
                String atRoot = path.substring(folder.length());
                if (id.equals(files.get(atRoot))) {
                  owned.add(atRoot);
                }
              });
    } else if (files.containsKey(VERSIONS)) {
      json(files.get(VERSIONS)).path("waiting").forEach(path -> owned.add(path.asText()));
    }
    return owned;
  }

  private int newestEdition() {
    return editions().keySet().stream().max(Integer::compare).orElse(0);
  }

  private NavigableMap<Integer, I> editions() {
    NavigableMap<Integer, I> editions = new TreeMap<>();
    files.forEach(
        (path, id) -> {
          Matcher matcher = EDITION_MANIFEST.matcher(path);
          if (matcher.matches()) {
            editions.put(Integer.parseInt(matcher.group(1)), id);
          }
        });
    return editions;
  }

  private NavigableMap<String, I> finished(Set<String> waiting) {
    files.computeIfAbsent(NO_JEKYLL, path -> storage.store(new byte[0]));
    files.put(VERSIONS, storage.store(versions(waiting)));
    return Collections.unmodifiableNavigableMap(files);
  }

  private byte[] versions(Set<String> waiting) {
    ObjectNode json = MAPPER.createObjectNode();
    NavigableMap<Integer, I> editions = editions();
    if (!editions.isEmpty()) {
      json.put("latest", editions.lastKey());
    }
    json.put("working", files.containsKey(WORKING + "index.html"));
    var list = json.putArray("editions");
    editions
        .descendingMap()
        .forEach(
            (number, manifest) ->
                list.addObject()
                    .put("number", number)
                    .put("date", json(manifest).path("date").asText())
                    .put("path", "editions/" + number + "/")
                    .put("title", "Edition " + number));
    if (!waiting.isEmpty()) {
      waiting.forEach(json.putArray("waiting")::add);
    }
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
      return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values are always writable", e);
    }
  }

  private JsonNode json(I id) {
    try {
      return MAPPER.readTree(storage.read(id));
    } catch (IOException e) {
      throw new ProblemException(
          "the published site has a damaged " + VERSIONS + " or manifest",
          "Restore it from the history of the branch.",
          e);
    }
  }
}
