package dev.fortnight.site;

import dev.fortnight.privacy.PersonalData;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a build made.
 *
 * @param pages how many there are
 * @param leftOut what the pages of items would have shown that were left out for it: by path of the
 *     note, or {@code topics/<slug>}
 * @param reused how many pages an earlier build had made already
 * @param inputs what each page is made of, by file; empty where nothing was reused
 * @param explanation of the page that somebody asked for
 */
public record Built(
    int pages,
    Map<String, PersonalData> leftOut,
    int reused,
    Map<String, PageInputs> inputs,
    Optional<Explanation> explanation) {

  /** The items that were left out at the last moment. */
  public Set<String> items() {
    return leftOut.keySet();
  }

  /** What there is to say of what was left out. */
  public List<Problem> problems() {
    return leftOut.entrySet().stream().map(Built::problem).toList();
  }

  private static Problem problem(Map.Entry<String, PersonalData> leak) {
    boolean isTopic = leak.getKey().startsWith("topics/");
    return Problem.error(
        "personal-data",
        isTopic
            ? SourceLocation.file("topic " + leak.getKey().substring("topics/".length()))
            : new SourceLocation("research/" + leak.getKey(), 1),
        "the finished page of this "
            + (isTopic ? "topic" : "note")
            + " would show "
            + leak.getValue().noun()
            + ", so it is left out of everything",
        "Look at what the page joins from others, take it out, and report this: a check should have"
            + " found it earlier.");
  }
}
