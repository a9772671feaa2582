package dev.fortnight.check;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a name cannot stand in an address, see {@link dev.fortnight.note.Address}. */
final class SlugFault {

  private static final int LONGEST = 200;

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]");
  private static final Pattern UNUSABLE = Pattern.compile("[^\\p{L}\\p{Nd}\\p{M}._~/-]");
  private static final Pattern BEGINNING = Pattern.compile("(?:^|/)[^\\p{L}\\p{Nd}_/]");
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\\..*)?|(?i)git~1");

  private SlugFault() {}

  /** What is wrong with a name, as in {@code it has a space in it}; empty where it is usable. */
  static Optional<String> of(String slug) {
    if (slug.isEmpty()) {
      return Optional.of("has no letter or digit in it");
    }
    if (SPACE.matcher(slug).find()) {
      return Optional.of("has a space in it");
    }
    Matcher unusable = UNUSABLE.matcher(slug);
    if (unusable.find()) {
      int sign = slug.codePointAt(unusable.start());
      return Optional.of(
          sign > ' ' && sign < 127
              ? "has '" + Character.toString(sign) + "' in it, which means something else there"
              : "has a sign in it that is no letter, digit or hyphen");
    }
    if (slug.contains("..")) {
      return Optional.of("has two full stops in a row, which would lead elsewhere");
    }
    if (slug.endsWith(".") || slug.contains("./")) {
      return Optional.of("ends in a full stop");
    }
    if (BEGINNING.matcher(slug).find()) {
      return Optional.of("begins with a sign that is no letter or digit");
    }
    if (DEVICE.matcher(slug).matches()) {
      return Optional.of(
          slug.contains("~")
              ? "is what Windows calls the folder .git"
              : "is one that Windows keeps for a device");
    }
    if (slug.startsWith("/") || slug.endsWith("/") || slug.contains("//")) {
      return Optional.of("has a slash too many");
    }
    if (slug.toLowerCase(Locale.ROOT).endsWith(".html")) {
      return Optional.of("ends like a file");
    }
    return slug.getBytes(StandardCharsets.UTF_8).length > LONGEST
        ? Optional.of("is longer than " + LONGEST + " bytes")
        : Optional.empty();
  }
}
