package dev.fortnight.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.site.data.JsonFile;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * What changed from one edition to another as JSON: {@code {"since", "headlines": [{"text",
 * "item"}], "added", "changed", "removed"}}, each change with its item and title.
 */
public final class ChangesFile {

  /** Where a tree has its own. */
  static final String ADDRESS = "edition/changes.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ChangesFile() {}

  /**
   * In UTF-8, the same bytes for the same difference. The words that changed are in it, each
   * passage under {@code passages}.
   */
  public static byte[] bytes(Tree.Difference difference) {
    return bytes(difference, ChangesFile::putPassages);
  }

  /**
   * The same for publication: says in how many {@code places} a text changed. The words stand in
   * both editions and on the page that compares them; once more in each edition they would make the
   * branch grow faster than the pages do.
   */
  static byte[] published(Tree.Difference difference) {
    return bytes(
        difference,
        (entry, change) -> {
          if (!change.passages().isEmpty()) {
            entry.put("places", change.passages().size() + change.more());
          }
        });
  }

  private static byte[] bytes(
      Tree.Difference difference, BiConsumer<ObjectNode, Tree.Change> detail) {
    ObjectNode json = MAPPER.createObjectNode();
    difference.since().ifPresent(number -> json.put("since", number));
    ArrayNode headlines = json.putArray("headlines");
    for (Tree.Headline headline : difference.headlines()) {
      ObjectNode entry = headlines.addObject();
      entry.put("text", headline.text()).put("item", headline.item());
    }
    put(json.putArray("added"), difference.added(), detail);
    put(json.putArray("changed"), difference.changed(), detail);
    ArrayNode removed = json.putArray("removed");
    // the path of a session that is gone may tell who it was with
    difference.removed().forEach(change -> removed.addObject().put("title", change.title()));
    return JsonFile.bytes(json);
  }

  private static void put(
      ArrayNode list, List<Tree.Change> changes, BiConsumer<ObjectNode, Tree.Change> detail) {
    for (Tree.Change change : changes) {
      ObjectNode entry = list.addObject();
      entry.put("item", change.item()).put("title", change.title());
      detail.accept(entry, change);
    }
  }

  private static void putPassages(ObjectNode entry, Tree.Change change) {
    if (change.passages().isEmpty()) {
      return;
    }
    ArrayNode passages = entry.putArray("passages");
    for (Tree.Passage passage : change.passages()) {
      ArrayNode runs = passages.addArray();
      for (Tree.Run run : passage.runs()) {
        runs.addObject().put(run.kind().name().toLowerCase(Locale.ROOT), run.text());
      }
    }
    if (change.more() > 0) {
      entry.put("more", change.more());
    }
  }
}
