package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An owner's own words at the beginning of an announcement. */
public final class Introduction {

  /** In code points: three sentences that are read in a busy channel. */
  public static final int LONGEST = 500;

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");

  /** What Slack would call people by, were it not escaped; readers would take it for a call. */
  private static final Pattern CALL =
      Pattern.compile("<[!@#]|@(?:channel|here|everyone)\\b", Pattern.CASE_INSENSITIVE);

  private Introduction() {}

  /** What somebody wrote into a form, in one line; empty where they wrote nothing. */
  public static Optional<String> of(String written) {
    return Optional.ofNullable(written)
        .map(text -> SPACE.matcher(text).replaceAll(" ").strip())
        .filter(text -> !text.isEmpty());
  }

  /**
   * @throws ProblemException if it cannot be told as it is; the message does not repeat it
   */
  static void check(String text, CheckedResearch research) {
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST) {
      throw new ProblemException(
          "the introduction has " + length + " characters",
          "Write at most " + LONGEST + "; what else there is to say stands below it.");
    }
    if (CALL.matcher(text).find()) {
      throw new ProblemException(
          "the introduction would call people in the channel",
          "Take out what begins with '@' or '<'.");
    }
    research.suspicions(text).stream()
        .findFirst()
        .ifPresent(
            find -> {
              throw new ProblemException(
                  "the introduction "
                      + (find.isCertain() ? "holds " : "may hold ")
                      + find.kind().noun()
                      + ", which subscribers must not read",
                  "Say it without.");
            });
  }

  /** Whether nothing in it points to anybody. */
  static boolean isHarmless(String text, CheckedResearch research) {
    return research.suspicions(text).isEmpty();
  }
}
