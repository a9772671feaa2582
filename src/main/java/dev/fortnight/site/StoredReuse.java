package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.note.Address;
import dev.fortnight.note.Sha256;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;

/** Goes by the hashes that the state of an earlier build holds. */
final class StoredReuse implements Reuse {

  private final Theme theme;
  private final Earlier earlier;
  private final FolderSink sink;
  private final String asked;
  private final Map<String, String> layouts = new ConcurrentHashMap<>();
  private final Map<String, PageInputs> inputs = new ConcurrentSkipListMap<>();
  private final Set<String> kept = new ConcurrentSkipListSet<>();
  private String site;

  private Supplier<Map<String, String>> items;
  private volatile Optional<Explanation> explanation = Optional.empty();

  /**
   * @param asked the address of the page to explain; empty for none
   */
  StoredReuse(Theme theme, Earlier earlier, FolderSink sink, Optional<String> asked) {
    this.asked = asked.orElse(null);
    this.theme = theme;
    this.earlier = earlier;
    this.sink = sink;
  }

  @Override
  public void begin(
      Map<String, Object> site, Supplier<Map<String, String>> items, CheckedResearch research) {
    this.site = PlainValues.hash(site);
    this.items = items;
    inputs.clear();
    kept.clear();
  }

  @Override
  public boolean has(Page page, Map<String, Object> said, String text) {
    String file = Address.file(page.address());
    String layout = layouts.computeIfAbsent(page.layout(), this::hash);
    PageInputs own = PageInputs.of(layout, site, said, text);
    inputs.put(file, own);
    boolean isThere = earlier.has(file, own);
    if (isThere) {
      kept.add(file);
    }
    if (page.address().equals(asked)) {
      explanation =
          Optional.of(
              Explanation.of(page, said, theme, own, earlier.inputs(file), !isThere, items.get()));
    }
    return isThere;
  }

  private String hash(String layout) {
    Map<String, String> files = new TreeMap<>();
    theme.filesOf(layout).forEach((path, bytes) -> files.put(path, Sha256.of(bytes)));
    return PlainValues.hash(files);
  }

  @Override
  public void keep() {
    kept.forEach(sink::kept);
  }

  @Override
  public int count() {
    return kept.size();
  }

  @Override
  public Map<String, PageInputs> inputs() {
    return Collections.unmodifiableMap(inputs);
  }

  @Override
  public Optional<Explanation> explanation() {
    return explanation;
  }
}
