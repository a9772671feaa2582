package dev.fortnight.web;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.Prospect;
import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.DraftEdition;
import dev.fortnight.edition.Outlook;
import dev.fortnight.edition.Review;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.site.Tree;
import dev.fortnight.web.signin.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What somebody sees before they sign an edition off.
 *
 * @param closed why there is nothing to sign, a sentence; empty where there is
 * @param checklist what has to hold; empty where there is nothing to sign
 * @param signIn what has to be done to sign in once more; empty where nothing has
 * @param waivers texts that look personal and may be seen all the same
 * @param outlook what would be signed off; empty as long as something is not decided
 * @param maySign whether it is for whoever looks to sign
 * @param canSign whether they may and nothing is in the way
 * @param introduction an owner's words, as they wrote them
 * @param seen see {@link Seen}
 * @param form what its forms carry, see {@link Session#formToken}
 * @param by the name that the edition will show
 * @param publication when it would be published, a sentence
 */
public record SignOffPage(
    String programme,
    String sprint,
    String closed,
    Optional<ChecklistPart> checklist,
    Optional<Again> signIn,
    List<Overview.Waived> waivers,
    Optional<Shown> outlook,
    boolean maySign,
    boolean canSign,
    String introduction,
    String seen,
    String form,
    String by,
    String publication,
    String message) {

  /**
   * How to prove once more who one is.
   *
   * @param link where that is done; empty where it is not done in the browser
   */
  public record Again(String what, String link) {}

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
      ToldPart told) {}

  /** What the page is about, and what its button says. */
  public String heading() {
    if (outlook.isPresent() && !maySign) {
      return Words.say("signoff.look", outlook.get().number());
    }
    return canSign
        ? Words.say("signoff.ready", outlook.orElseThrow().number())
        : Words.say("signoff.waiting", sprint);
  }

  public String previewLink() {
    return Words.say("outlook.read", outlook.orElseThrow().number());
  }

  public String shownName() {
    return Words.say("signing.name", by);
  }

  static SignOffPage of(
      Cycle cycle,
      Session session,
      boolean maySign,
      boolean isFresh,
      Optional<String> introduction,
      String message) {
    return new Making(cycle, session, maySign, isFresh, introduction, message).page();
  }

  /** Puts the page together. */
  private record Making(
      Cycle cycle,
      Session session,
      boolean maySign,
      boolean isFresh,
      Optional<String> introduction,
      String message) {

    SignOffPage page() {
      Optional<Integer> signed = cycle.editionOfSprint();
      if (signed.isPresent()) {
        return closed(Words.say("signoff.closed", signed.get()));
      }
      try {
        Prospect prospect = cycle.prospect(session.name());
        return page(
            prospect.review(),
            prospect.checklist(),
            prospect.draft().map(draft -> shown(prospect.review(), draft)));
      } catch (ProblemException e) {
        return closed(Overview.sentence(e.getMessage()) + " " + e.remedy());
      }
    }

    private SignOffPage page(Review review, Checklist checklist, Optional<Shown> outlook) {
      PersonalNames names = new PersonalNames(cycle.problems());
      Dates dates = new Dates(cycle.newest().programme());
      return new SignOffPage(
          cycle.newest().programme().title(),
          sprint(review),
          "",
          Optional.of(ChecklistPart.of(checklist, review, names)),
          isFresh || !maySign ? Optional.empty() : Optional.of(again()),
          review.waivers().stream().map(one -> Overview.waived(one, names, dates)).toList(),
          outlook,
          maySign,
          outlook.isPresent() && maySign && isFresh && checklist.blocking() == 0,
          introduction.orElse(""),
          Seen.toSign(review, cycle),
          session.formToken(),
          session.name(),
          publication(),
          message);
    }

    private SignOffPage closed(String why) {
      Review review = cycle.review();
      return new SignOffPage(
          cycle.newest().programme().title(),
          sprint(review),
          why,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          maySign,
          false,
          "",
          Seen.toSign(review, cycle),
          session.formToken(),
          session.name(),
          "",
          message);
    }

    private static String sprint(Review review) {
      return Words.say("sprint.title", review.sprint().number());
    }

    private Again again() {
      return session.person().isHere()
          ? new Again(Words.say("checklist.again.link"), "")
          : new Again(Words.say("checklist.again.provider"), ProviderResource.AGAIN);
    }

    private String publication() {
      Duration undo = cycle.newest().programme().review().undo();
      return undo.isZero()
          ? Words.say("signing.next")
          : Words.say("signing.later", Dates.duration(undo));
    }

    private Shown shown(Review review, DraftEdition draft) {
      Outlook outlook = draft.outlook();
      Tree.Difference difference = outlook.difference();
      PersonalNames names = new PersonalNames(cycle.problems());
      return new Shown(
          outlook.number(),
          difference.since().map(number -> Words.say("outlook.since", number)).orElse(""),
          difference.headlines().stream().map(Tree.Headline::text).toList(),
          titles(difference.added()),
          titles(difference.changed()),
          titles(difference.removed()),
          review.held().stream().map(entry -> entry.item().title()).toList(),
          outlook.withheld().stream()
              .map(
                  one ->
                      Words.say(
                          "outlook.withheld.cites", note(one.finding(), names), cited(one, names)))
              .toList(),
          ToldPart.of(cycle, draft, review.decided(), introduction));
    }

    private static String note(String path, PersonalNames names) {
      return names.shown("research/" + path);
    }

    private static String cited(CheckedResearch.Withheld withheld, PersonalNames names) {
      return note(withheld.evidence().replaceFirst("#.*", "") + ".md", names);
    }

    private static List<String> titles(List<Tree.Change> changes) {
      return changes.stream().map(Tree.Change::title).toList();
    }
  }
}
