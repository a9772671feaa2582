package dev.fortnight.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.fortnight.note.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a page says, as a hash: its own text and everything that its layout is given, whatever the
 * edition it stands in. Two editions whose page has one fingerprint show the same there.
 */
final class Fingerprints {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private Fingerprints() {}

  static String of(Page page) {
    Map<String, Object> said = new TreeMap<>(page.data().get());
    said.put("content", page.content().get());
    try {
      return Sha256.of(MAPPER.writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what layouts are given are plain values", e);
    }
  }
}
