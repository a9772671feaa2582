package dev.fortnight.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a cue is shown, and where on the picture.
 *
 * @param start in milliseconds from the beginning of the recording
 * @param end likewise
 * @param settings those that stay without regions
 */
record CueTiming(long start, long end, List<String> settings) {

  static final String TIME = "(?:\\d{2,6}:)?[0-5]\\d:[0-5]\\d\\.\\d{3}";

  private static final String ARROW = "-->";
  private static final Pattern WHOLE =
      Pattern.compile("(" + TIME + ")[ \\t]+-->[ \\t]+(" + TIME + ")((?:[ \\t]+\\S+)*)[ \\t]*");
  private static final String PERCENTAGE = "(?:100|\\d{1,2})(?:\\.\\d{1,6})?%";
  private static final Pattern SETTING =
      Pattern.compile(
          "vertical:(?:rl|lr)|line:(?:-?\\d{1,4}|"
              + PERCENTAGE
              + ")(?:,(?:start|center|end))?|position:"
              + PERCENTAGE
              + "(?:,(?:line-left|center|line-right))?|size:"
              + PERCENTAGE
              + "|align:(?:start|center|end|left|right)");
  private static final String REGION = "region:";

  static boolean isMeant(String line) {
    return line.contains(ARROW);
  }

  /** Empty where the line is no timing, ends before it starts or has a setting of no known form. */
  static Optional<CueTiming> of(String line) {
    Matcher whole = WHOLE.matcher(line);
    if (!whole.matches()) {
      return Optional.empty();
    }
    List<String> settings = new ArrayList<>();
    for (String setting : whole.group(3).strip().split("[ \\t]+")) {
      if (setting.isEmpty() || setting.startsWith(REGION)) {
        continue;
      }
      if (!SETTING.matcher(setting).matches()) {
        return Optional.empty();
      }
      settings.add(setting);
    }
    CueTiming timing =
        new CueTiming(
            milliseconds(whole.group(1)), milliseconds(whole.group(2)), List.copyOf(settings));
    return timing.end > timing.start ? Optional.of(timing) : Optional.empty();
  }

  private static long milliseconds(String time) {
    String[] parts = time.replace('.', ':').split(":");
    int last = parts.length - 1;
    long hours = last == 3 ? Long.parseLong(parts[0]) : 0;
    long minutes = 60 * hours + Long.parseLong(parts[last - 2]);
    return 1000 * (60 * minutes + Long.parseLong(parts[last - 1])) + Long.parseLong(parts[last]);
  }

  /** As WebVTT has it. */
  @Override
  public String toString() {
    String times = time(start) + " " + ARROW + " " + time(end);
    return settings.isEmpty() ? times : times + " " + String.join(" ", settings);
  }

  private static String time(long milliseconds) {
    long seconds = milliseconds / 1000;
    return "%02d:%02d:%02d.%03d"
        .formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, milliseconds % 1000);
  }
}
