package dev.fortnight.site;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a page says, as a hash: its own text and everything that its layout is given, whatever the
 * edition it stands in. Two editions whose page has one fingerprint show the same there.
 */
final class Fingerprints {

  private Fingerprints() {}

  static String of(Page page) {
    Map<String, Object> said = new TreeMap<>(page.data().get());
    said.put("content", page.content().get());
    return PlainValues.hash(said);
  }
}
