package dev.fortnight.edition;

import dev.fortnight.note.DataSet;
import dev.fortnight.note.MediaSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Offers approved tables to the checks, in the place of those that the newest source has. */
final class DataItems {

  private DataItems() {}

  static ItemContent.OfData of(DataSet data) {
    return new ItemContent.OfData(data.path(), data.title(), data.csv(), data.described());
  }

  /**
   * Files with no data but the approved tables.
   *
   * @param isThere which of them may still be shown
   */
  static MediaSource approved(Approved approved, MediaSource files, Predicate<String> isThere) {
    Map<String, String> texts = new TreeMap<>();
    for (Item item : approved.items().values()) {
      if (item.content() instanceof ItemContent.OfData data && isThere.test(data.path())) {
        texts.put(data.path(), data.csv());
        texts.put(DataSet.descriptionOf(data.path()), data.described());
      }
    }
    return new MediaSource() {
      @Override
      public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(texts.get(path))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .or(() -> files.bytes(path));
      }

      @Override
      public List<String> data() {
        return List.copyOf(texts.keySet());
      }
    };
  }
}
