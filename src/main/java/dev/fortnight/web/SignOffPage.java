package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.Outlook;
import dev.fortnight.edition.Review;
import dev.fortnight.site.Tree;
import dev.fortnight.web.signin.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody sees before they sign an edition off.
 *
 * @param blockers what has to be done first
 * @param outlook what would be signed off; empty as long as something is in the way
 * @param seen see {@link Seen}
 * @param form what its form carries, see {@link Session#formToken}
 * @param by the name that the edition will show
 * @param publication when it would be published, a sentence
 */
public record SignOffPage(
    String programme,
    String sprint,
    List<Blocker> blockers,
    Optional<Shown> outlook,
    String seen,
    String form,
    String by,
    String publication,
    String message) {

  /**
   * Something that is in the way.
   *
   * @param link where it is done; empty where it is not done in the browser
   */
  public record Blocker(String what, String link) {}

  /** The edition that would come of it, in titles. */
  public record Shown(
      int number,
      String since,
      List<String> headlines,
      List<String> added,
      List<String> changed,
      List<String> removed,
      List<String> held,
      List<String> withheld,
      int waivers) {}

  static SignOffPage of(Cycle cycle, Session session, boolean isFresh, String message) {
    Review review = cycle.review();
    List<Blocker> blockers = Blockers.of(cycle, review, session, isFresh);
    return new SignOffPage(
        cycle.newest().programme().title(),
        "Sprint " + review.sprint().number(),
        blockers,
        blockers.isEmpty()
            ? Optional.of(shown(review, cycle.outlook(), new PersonalNames(cycle.problems())))
            : Optional.empty(),
        Seen.of(review),
        session.formToken(),
        session.name(),
        publication(cycle.newest().programme().review().undo()),
        message);
  }

  private static String publication(Duration undo) {
    return undo.isZero()
        ? "It is published next."
        : "It is published "
            + Dates.duration(undo)
            + " later; until then you can take the sign-off back.";
  }

  private static Shown shown(Review review, Outlook outlook, PersonalNames names) {
    Tree.Difference difference = outlook.difference();
    return new Shown(
        outlook.number(),
        difference.since().map(number -> "Compared with edition " + number).orElse(""),
        difference.headlines().stream().map(Tree.Headline::text).toList(),
        titles(difference.added()),
        titles(difference.changed()),
        titles(difference.removed()),
        review.held().stream().map(entry -> entry.item().title()).toList(),
        outlook.withheld().stream()
            .map(
                one ->
                    names.shown("research/" + one.finding())
                        + " cites "
                        + names.shown("research/" + one.evidence().replaceFirst("#.*", "") + ".md"))
            .toList(),
        review.waivers().size());
  }

  private static List<String> titles(List<Tree.Change> changes) {
    return changes.stream().map(Tree.Change::title).toList();
  }

  /** Finds what is in the way of signing off. */
  private static final class Blockers {

    static List<Blocker> of(Cycle cycle, Review review, Session session, boolean isFresh) {
      Optional<Blocker> signed =
          cycle
              .editionOfSprint()
              .map(
                  number ->
                      new Blocker(
                          "This sprint has its edition already: edition " + number + ".", ""));
      if (signed.isPresent()) {
        return List.of(signed.get());
      }
      List<Blocker> blockers = new ArrayList<>();
      for (Review.Entry open : review.open()) {
        blockers.add(
            new Blocker(
                "Decide on “" + open.item().title() + "”.", "/review/items/" + open.item().hash()));
      }
      if (!isFresh) {
        blockers.add(again(session));
      }
      return List.copyOf(blockers);
    }

    private static Blocker again(Session session) {
      return session.person().isHere()
          ? new Blocker(
              "Sign in once more: it was more than a quarter of an hour ago. Run"
                  + " “fortnight sign-in” and open the link.",
              "")
          : new Blocker(
              "Sign in once more, so that it is sure to be you who signs.", ProviderResource.AGAIN);
    }
  }
}
