package dev.fortnight.privacy;

import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells what XMP and IPTC are about, to name it; what they hold is dropped whole. */
final class PictureTraces {

  private static final Pattern PLACE =
      Pattern.compile(
          "GPSL|GPSD|photoshop:(City|State|Country)|Iptc4xmp(Core|Ext):(Location|Country)");
  private static final Pattern PERSON =
      Pattern.compile(
          "dc:(creator|rights|publisher|contributor)|cc:Agent|tiff:Artist|photoshop:(Auth|Credit"
              + "|Caption)|CreatorContactInfo|PersonInImage|OwnerName|SerialNumber|pdf:Author");
  private static final Pattern WORDS =
      Pattern.compile("dc:(title|description|subject)|photoshop:(Head|Instr)|UserComment");

  private static final Set<Integer> IPTC_PLACES = Set.of(26, 27, 90, 92, 95, 100, 101);
  private static final Set<Integer> IPTC_PEOPLE = Set.of(80, 85, 110, 115, 116, 118, 122);
  private static final Set<Integer> IPTC_WORDS = Set.of(5, 25, 40, 105, 120);

  private PictureTraces() {}

  static Set<PictureTrace> ofXmp(String text) {
    Set<PictureTrace> traces = EnumSet.noneOf(PictureTrace.class);
    add(traces, PictureTrace.PLACE, PLACE.matcher(text).find());
    add(traces, PictureTrace.PERSON, PERSON.matcher(text).find());
    add(traces, PictureTrace.WORDS, WORDS.matcher(text).find());
    return traces;
  }

  /** Looks for data sets of IPTC's second record. Source: IPTC-IIM 4.2, chapter 6. */
  static Set<PictureTrace> ofIptc(byte[] data) {
    Set<PictureTrace> traces = EnumSet.noneOf(PictureTrace.class);
    for (int i = 0; i + 2 < data.length; i++) {
      if (data[i] == 0x1c && data[i + 1] == 2) {
        int number = PictureBytes.unsigned(data[i + 2]);
        add(traces, PictureTrace.PLACE, IPTC_PLACES.contains(number));
        add(traces, PictureTrace.PERSON, IPTC_PEOPLE.contains(number));
        add(traces, PictureTrace.WORDS, IPTC_WORDS.contains(number));
      }
    }
    return traces;
  }

  /** ImageMagick writes Exif, IPTC and XMP into a PNG as hexadecimal digits, after their length. */
  static Set<PictureTrace> ofHexadecimal(String text) {
    String digits =
        text.lines().filter(line -> line.matches("[0-9a-f]+")).collect(Collectors.joining());
    byte[] data = HexFormat.of().parseHex(digits.substring(0, digits.length() & ~1));
    Set<PictureTrace> traces = EnumSet.noneOf(PictureTrace.class);
    traces.addAll(Exif.of(data).traces());
    traces.addAll(ofIptc(data));
    traces.addAll(ofXmp(PictureBytes.latin(data)));
    return traces;
  }

  private static void add(Set<PictureTrace> traces, PictureTrace trace, boolean isThere) {
    if (isThere) {
      traces.add(trace);
    }
  }
}
