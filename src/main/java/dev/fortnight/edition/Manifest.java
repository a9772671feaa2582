package dev.fortnight.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.site.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** {@code edition/manifest.json}: what an edition publishes, under which hashes. */
final class Manifest {

  static final String FILE = "edition/manifest.json";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Manifest() {}

  /** Names only what has a page: a note that is merely quoted does not show its name. */
  static byte[] write(Tree.Edition edition, Instant now, EditionContents contents) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("edition", edition.number());
    json.put("sprint", edition.sprint());
    json.put("date", edition.date().toString());
    json.put("signed_by", edition.signedBy());
    json.put("now", now.toString());
    ArrayNode list = json.putArray("items");
    Set<String> named = named(contents.research());
    for (Item item : contents.items().values()) {
      if (named.contains(item.key())) {
        list.addObject()
            .put("item", item.key())
            .put("hash", item.hash())
            .put("approved_in", edition.approvedIn().get(item.key()));
      }
    }
    json.put("count", list.size());
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
      return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values are always writable", e);
    }
  }

  private static Set<String> named(CheckedResearch research) {
    Set<String> named = new HashSet<>();
    research.notes().forEach(note -> named.add(note.content().path()));
    research.topics().forEach(topic -> named.add("topics/" + topic.content().slug()));
    named.add(ItemContent.OfProgramme.KEY);
    named.add(ItemContent.OfTheme.KEY);
    return named;
  }
}
