package dev.fortnight.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.fortnight.note.Sha256;

/**
 * What layouts are given, as bytes: the same for equal values, whatever the order of their keys.
 */
final class PlainValues {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private PlainValues() {}

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what layouts are given are plain values", e);
    }
  }

  static String hash(Object value) {
    return Sha256.of(bytes(value));
  }
}
