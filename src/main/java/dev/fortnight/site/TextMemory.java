package dev.fortnight.site;

import dev.fortnight.note.Prose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Keeps the texts of pages while they are the same ones and their links lead where they led. It
 * belongs to one theme, which may rename places in them.
 */
final class TextMemory {

  /**
   * What a text is made of.
   *
   * @param addresses where its links lead, in their order
   */
  record Made(Prose prose, List<Optional<String>> addresses) {

    boolean isOf(Made other) {
      return prose == other.prose() && addresses.equals(other.addresses());
    }
  }

  private record Kept(Made made, String html) {}

  private final boolean isKeeping;
  private Map<String, Kept> earlier = Map.of();
  private Map<String, Kept> current = new ConcurrentHashMap<>();

  TextMemory() {
    this(true);
  }

  private TextMemory(boolean isKeeping) {
    this.isKeeping = isKeeping;
  }

  /** For a tree that none follows. */
  static TextMemory none() {
    return new TextMemory(false);
  }

  /** Forgets what the tree before did not ask for. */
  void begin() {
    earlier = current;
    current = new ConcurrentHashMap<>();
  }

  /**
   * The text of a page.
   *
   * @param path of its note
   */
  String of(String path, Made made, Supplier<String> making) {
    if (!isKeeping) {
      return making.get();
    }
    Kept kept = earlier.get(path);
    Kept found = kept != null && kept.made().isOf(made) ? kept : new Kept(made, making.get());
    current.put(path, found);
    return found.html();
  }
}
