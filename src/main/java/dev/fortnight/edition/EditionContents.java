package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Checker;
import dev.fortnight.check.Publication;
import dev.fortnight.check.Snapshot;
import dev.fortnight.note.MediaSource;
import dev.fortnight.note.Note;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.site.Theme;
import dev.fortnight.topic.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an edition holds: a pure function of the last approved contents, the newest source's word on
 * consent, expiry and deletion, and an instant.
 *
 * @param research what may be shown, made of approved contents alone
 * @param items what of the approved items is in the edition, by key
 */
public record EditionContents(
    CheckedResearch research, Theme theme, SortedMap<String, Item> items) {

  /**
   * Composes an edition. An item stays at its last approved content; it is out when the newest
   * source has deleted it or no longer consents. Nothing that was not approved is in it.
   *
   * @param now what consent expiry is measured against
   * @throws ProblemException if the theme or the programme's public part was never approved
   */
  public static EditionContents compose(Approved approved, Newest newest, Instant now) {
    Map<String, Note> newestNotes =
        newest.snapshot().notes().stream().collect(Collectors.toMap(Note::path, note -> note));
    Map<String, Publication> limits = new HashMap<>();
    Map<String, Note> chosen = new TreeMap<>();
    Set<String> evidence = new HashSet<>();
    for (Item item : approved.items().values()) {
      if (item.content() instanceof ItemContent.OfNote content) {
        Note note = Approved.note(content);
        note.evidence().forEach(mark -> evidence.add(mark.reference()));
        Publication limit = limit(note, newestNotes.get(note.path()), newest);
        if (limit != Publication.NOTHING) {
          chosen.put(note.path(), note);
          limits.put(note.path(), limit);
        }
      }
    }
    newest.evidence().forEach(mark -> evidence.add(mark.reference()));
    List<Note> notes = new ArrayList<>(chosen.values());
    newestNotes.values().stream()
        .filter(note -> !chosen.containsKey(note.path()))
        .sorted(Comparator.comparing(Note::path))
        .forEach(notes::add);
    Snapshot snapshot =
        new Snapshot(
            PublicPart.in(newest.programme(), programme(approved).values()),
            notes,
            topics(approved, newest),
            media(approved),
            newest.snapshot().personalData(),
            now,
            new Snapshot.Scope(
                note -> limits.getOrDefault(note.path(), Publication.NOTHING),
                note -> chosen.containsKey(note.path()),
                Snapshot.Answers.ALL),
            Snapshot.inFiles(newest.unreadable()).or(evidence::contains));
    CheckedResearch research = Checker.check(snapshot).research();
    return new EditionContents(research, theme(approved), items(approved, research));
  }

  /** How much of an approved note the newest source still allows. */
  private static Publication limit(Note approved, Note newest, Newest source) {
    if (newest != null) {
      return Publication.agreed(newest, source.snapshot());
    }
    boolean isUnreadable = source.unreadable().contains(approved.path());
    return isUnreadable && !Publication.needsConsent(approved)
        ? Publication.PAGE
        : Publication.NOTHING;
  }

  private static List<Topic> topics(Approved approved, Newest newest) {
    Set<String> existing = new HashSet<>();
    newest.snapshot().topics().forEach(topic -> existing.add(topic.slug()));
    List<Topic> topics = new ArrayList<>();
    for (Item item : approved.items().values()) {
      if (item.content() instanceof ItemContent.OfTopic content
          && existing.contains(content.topic().slug())) {
        topics.add(content.topic());
      }
    }
    List<String> order = newest.snapshot().topics().stream().map(Topic::slug).toList();
    topics.sort(Comparator.comparingInt(topic -> order.indexOf(topic.slug())));
    return topics;
  }

  private static MediaSource media(Approved approved) {
    Map<String, String> hashes = new HashMap<>();
    for (Item item : approved.items().values()) {
      if (item.content() instanceof ItemContent.OfNote note) {
        hashes.putAll(note.media());
      } else if (item.content() instanceof ItemContent.OfProgramme programme
          && programme.values().containsKey("logo")) {
        hashes.put(programme.values().get("logo"), programme.values().get("logo-hash"));
      }
    }
    return path -> Optional.ofNullable(hashes.get(path)).flatMap(approved.blobs()::bytes);
  }

  private static ItemContent.OfProgramme programme(Approved approved) {
    Item item = approved.items().get(ItemContent.OfProgramme.KEY);
    if (item != null && item.content() instanceof ItemContent.OfProgramme content) {
      return content;
    }
    throw neverApproved("the public part of programme.yml");
  }

  private static Theme theme(Approved approved) {
    Item item = approved.items().get(ItemContent.OfTheme.KEY);
    if (item == null || !(item.content() instanceof ItemContent.OfTheme content)) {
      throw neverApproved("the site's look");
    }
    TreeMap<String, byte[]> files = new TreeMap<>();
    content
        .files()
        .forEach(
            (path, hash) ->
                files.put(
                    path,
                    approved
                        .blobs()
                        .bytes(hash)
                        .orElseThrow(() -> new IllegalStateException("no content for " + path))));
    return new Theme(files);
  }

  private static ProblemException neverApproved(String what) {
    return new ProblemException(what + " was never approved", "Approve them in the review.");
  }

  private static SortedMap<String, Item> items(Approved approved, CheckedResearch research) {
    Set<String> inside = new HashSet<>();
    research.admitted().forEach(note -> inside.add(note.path()));
    research.topics().forEach(topic -> inside.add("topics/" + topic.content().slug()));
    inside.add(ItemContent.OfProgramme.KEY);
    inside.add(ItemContent.OfTheme.KEY);
    SortedMap<String, Item> items = new TreeMap<>(approved.items());
    items.keySet().retainAll(inside);
    return items;
  }
}
