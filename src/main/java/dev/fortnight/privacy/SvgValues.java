package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the value of an attribute or a style of an SVG may be: nothing that loads or runs. */
final class SvgValues {

  private static final Pattern PATH = Pattern.compile("[MmLlHhVvCcSsQqTtAaZzEe0-9\\s.,+-]*");
  private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{N}_.: -]+");
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\\s_.,#%()+/'\"=*!-]*");
  private static final Pattern LOCAL =
      Pattern.compile("url\\(\\s?[\"']?#([^\"'()\\s]++)[\"']?\\s?\\)");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "url",
          "rgb",
          "rgba",
          "hsl",
          "hsla",
          "hwb",
          "lab",
          "lch",
          "oklab",
          "oklch",
          "color",
          "calc",
          "min",
          "max",
          "clamp",
          "matrix",
          "translate",
          "translatex",
          "translatey",
          "scale",
          "scalex",
          "scaley",
          "rotate",
          "skewx",
          "skewy",
          "blur",
          "brightness",
          "contrast",
          "drop-shadow",
          "grayscale",
          "hue-rotate",
          "invert",
          "opacity",
          "saturate",
          "sepia",
          "inset",
          "circle",
          "ellipse",
          "polygon",
          "");

  private static final Set<String> NAMED =
      Set.of("id", "class", "aria-labelledby", "aria-describedby", "in", "in2", "result", "role");

  private static final int LONGEST_FUNCTION = 20;

  private SvgValues() {}

  /** The value of an attribute as it may be published; empty where it may not. */
  static Optional<String> attribute(String name, String value) {
    if (name.equals("style")) {
      return Optional.of(declarations(value)).filter(style -> !style.isEmpty());
    }
    boolean isFine =
        switch (name) {
          case "d" -> PATH.matcher(value).matches();
          case "aria-label" -> true;
          case "href" -> reference(value).isPresent();
          default -> NAMED.contains(name) ? NAMES.matcher(value).matches() : isPlain(name, value);
        };
    return isFine ? Optional.of(value) : Optional.empty();
  }

  /** The declarations of a style that may be published, without comments. */
  static String declarations(String style) {
    List<String> kept = new ArrayList<>();
    for (String declaration : withoutComments(style).split(";")) {
      int colon = declaration.indexOf(':');
      String name = declaration.substring(0, Math.max(0, colon)).strip().toLowerCase(Locale.ROOT);
      String value = declaration.substring(colon + 1).strip().replaceAll("\\s+", " ");
      if (SvgNames.isProperty(name) && !value.isEmpty() && isPlain(name, value)) {
        kept.add(name + ":" + value);
      }
    }
    return String.join(";", kept);
  }

  /** The name in {@code #name}. */
  static Optional<String> reference(String value) {
    String name = value.strip();
    return name.startsWith("#") && NAMES.matcher(name.substring(1)).matches()
        ? Optional.of(name.substring(1))
        : Optional.empty();
  }

  /** The names in all {@code url(#name)}. */
  static List<String> references(String value) {
    return LOCAL.matcher(value).results().map(found -> found.group(1)).toList();
  }

  static String withoutComments(String css) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (int start = css.indexOf("/*"); start >= 0; start = css.indexOf("/*", at)) {
      out.append(css, at, start).append(' ');
      int end = css.indexOf("*/", start + 2);
      if (end < 0) {
        return out.toString();
      }
      at = end + 2;
    }
    return out.append(css, at, css.length()).toString();
  }

  /** Only fonts have names that are quoted. */
  private static boolean isPlain(String name, String value) {
    String unquoted = name.startsWith("font") ? "" : LOCAL.matcher(value).replaceAll("");
    boolean isQuoted = unquoted.indexOf('"') >= 0 || unquoted.indexOf('\'') >= 0;
    if (!PLAIN.matcher(value).matches() || value.contains("/*") || isQuoted) {
      return false;
    }
    String small = value.toLowerCase(Locale.ROOT);
    int addresses = 0;
    for (int open = small.indexOf('('); open >= 0; open = small.indexOf('(', open + 1)) {
      String function = function(small, open);
      if (!FUNCTIONS.contains(function)) {
        return false;
      }
      addresses += function.equals("url") ? 1 : 0;
    }
    return addresses == references(small).size();
  }

  /** The name before a parenthesis; one that is longer than any that is allowed is cut. */
  private static String function(String value, int open) {
    int end = open > 0 && Character.isWhitespace(value.charAt(open - 1)) ? open - 1 : open;
    int start = end;
    while (start > 0 && end - start < LONGEST_FUNCTION && isNamed(value.charAt(start - 1))) {
      start--;
    }
    return value.substring(start, end);
  }

  private static boolean isNamed(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '-' || letter == '_';
  }
}
