package dev.fortnight.web;

import dev.fortnight.announce.Announcement;
import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.DraftEdition;
import dev.fortnight.edition.Outlook;
import dev.fortnight.edition.Review;
import dev.fortnight.problem.ProblemException;
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
      int waivers,
      Told told) {}

  /**
   * What subscribers will be told.
   *
   * @param where a sentence
   * @param message what stands in the channel
   * @param replies what stands below it
   */
  public record Told(String where, String message, List<String> replies) {}

  static SignOffPage of(Cycle cycle, Session session, boolean isFresh, String message) {
    Review review = cycle.review();
    List<Blocker> blockers = Blockers.of(cycle, review, session, isFresh);
    if (!blockers.isEmpty()) {
      return page(cycle, session, blockers, Optional.empty(), message);
    }
    try {
      DraftEdition draft = cycle.draft(session.name());
      Told told = told(cycle.announcement(draft));
      Shown shown = shown(review, draft.outlook(), new PersonalNames(cycle.problems()), told);
      return page(cycle, session, blockers, Optional.of(shown), message);
    } catch (ProblemException e) {
      List<Blocker> problem =
          List.of(new Blocker(Overview.sentence(e.getMessage()) + " " + e.remedy(), ""));
      return page(cycle, session, problem, Optional.empty(), message);
    }
  }

  private static Told told(Announcement announcement) {
    List<String> texts = announcement.messages().stream().map(Announcement.Message::text).toList();
    return new Told(
        announcement.channel().equals("log")
            ? "No channel is told. This is written to a file:"
            : "Slack’s channel " + announcement.channel() + " will read:",
        texts.get(0),
        texts.subList(1, texts.size()));
  }

  private static SignOffPage page(
      Cycle cycle,
      Session session,
      List<Blocker> blockers,
      Optional<Shown> outlook,
      String message) {
    Review review = cycle.review();
    return new SignOffPage(
        cycle.newest().programme().title(),
        "Sprint " + review.sprint().number(),
        blockers,
        outlook,
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

  private static Shown shown(Review review, Outlook outlook, PersonalNames names, Told told) {
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
        review.waivers().size(),
        told);
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
