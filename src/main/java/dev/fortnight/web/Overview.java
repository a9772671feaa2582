package dev.fortnight.web;

import dev.fortnight.cycle.PublicationRecord;
import dev.fortnight.cycle.PublishedTree;
import dev.fortnight.cycle.RefreshState;
import dev.fortnight.cycle.Standing;
import dev.fortnight.edition.ItemState;
import dev.fortnight.edition.Review;
import dev.fortnight.privacy.Waiver;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.Severity;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.SprintChange;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.topic.github.Tombstone;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the overview page says, in words.
 *
 * @param failures what the last refresh could not do
 * @param undo an edition that waits
 * @param review empty until the programme could be read
 */
public record Overview(
    String title, List<Notice> failures, Optional<UndoPart> undo, Optional<ReviewPart> review) {

  private static final int SHORT_COMMIT = 7;

  /** Something to know and what to do about it. */
  public record Notice(String where, String what, String remedy) {}

  /** A text that may be seen although it looks personal, why, and who decided it. */
  public record Waived(String where, String what, String reason, String by) {}

  /**
   * What the sprint's review is about.
   *
   * @param progress {@code 12 of 20 decided}
   * @param unchanged what is not listed
   * @param gone topics that were removed in the sprint or since
   */
  public record ReviewPart(
      String sprint,
      String days,
      String meeting,
      String openCall,
      String progress,
      List<ItemGroup> groups,
      String unchanged,
      List<String> gone,
      List<Notice> errors,
      List<Notice> questions,
      List<Notice> warnings,
      List<Waived> waivers,
      Facts facts) {}

  /**
   * What the page shows and since when.
   *
   * @param commit empty where the notes are a plain folder
   * @param edition empty before the first
   */
  public record Facts(
      String refreshed,
      String commit,
      String edition,
      String editionLink,
      List<PublicationLine> publication,
      String next) {}

  /**
   * @param now what is left of the time to take a sign-off back is counted from it
   * @param gone topics that are gone, the latest first
   */
  static Overview of(RefreshState state, Instant now, List<Tombstone> gone) {
    List<Notice> failures =
        state.failures().stream()
            .map(failure -> new Notice("", sentence(failure.what()), failure.remedy()))
            .toList();
    return state
        .standing()
        .map(standing -> of(standing, failures, state.published(), now, gone))
        .orElseGet(() -> new Overview("Fortnight", failures, Optional.empty(), Optional.empty()));
  }

  private static Overview of(
      Standing standing,
      List<Notice> failures,
      List<PublishedTree> published,
      Instant now,
      List<Tombstone> gone) {
    Dates dates = new Dates(standing.programme());
    Review review = standing.review();
    ReviewPart part =
        new ReviewPart(
            Words.say("sprint.title", review.sprint().number()),
            days(review.sprint(), dates),
            dates.review(review.sprint().reviewAppointment()),
            review.sprint().callAppointment().map(dates::openCall).orElse(""),
            progress(review),
            ItemGroup.of(review, dates),
            unchanged(review),
            gone(standing, gone, dates),
            notices(standing, Severity.ERROR),
            notices(standing, Severity.QUESTION),
            notices(standing, Severity.WARNING),
            waivers(standing, dates),
            facts(standing, published, dates));
    return new Overview(
        standing.programme().title(), failures, UndoPart.of(standing, now), Optional.of(part));
  }

  /** With what the team decided of the sprint. */
  private static String days(Sprint sprint, Dates dates) {
    StringBuilder days = new StringBuilder(dates.days(sprint.first(), sprint.last()));
    for (SprintChange change : sprint.changes()) {
      days.append(". ")
          .append(
              change instanceof SprintChange.Lasting lasting
                  ? Words.say("overview.days.length", lasting.length().getDays(), change.why())
                  : Words.say("overview.days.skipped", change.sprint(), change.why()));
    }
    return days.toString();
  }

  private static String progress(Review review) {
    int changed = review.changed().size();
    return changed == 0
        ? Words.say("overview.decided.none")
        : Words.say("overview.decided", changed - review.open().size(), changed);
  }

  private static String unchanged(Review review) {
    long count =
        review.entries().stream()
            .filter(entry -> entry.state() instanceof ItemState.Unchanged)
            .count();
    return count == 0 ? "" : Words.count("overview.unchanged", count);
  }

  /** Topics that went in the sprint or since, a sentence each. */
  static List<String> gone(Standing standing, List<Tombstone> gone, Dates dates) {
    Programme programme = standing.programme();
    boolean isOneOfMany =
        programme.backlog() instanceof Programme.Backlog.GitHub github
            && github.repositories().size() > 1;
    Instant first =
        standing.review().sprint().first().atStartOfDay(programme.cycle().zone()).toInstant();
    return gone.stream()
        .filter(stone -> !stone.noticedAt().isBefore(first))
        .map(stone -> stone.sentence(dates.day(stone.noticedAt()), isOneOfMany) + ".")
        .toList();
  }

  private static List<Notice> notices(Standing standing, Severity severity) {
    PersonalNames names = new PersonalNames(standing.problems());
    return standing.problems().stream()
        .filter(problem -> problem.severity() == severity)
        .map(names::hide)
        .map(Overview::notice)
        .toList();
  }

  private static List<Waived> waivers(Standing standing, Dates dates) {
    PersonalNames names = new PersonalNames(standing.problems());
    return standing.review().waivers().stream()
        .map(waiver -> waived(waiver, names, dates))
        .toList();
  }

  static Waived waived(Waiver waiver, PersonalNames names, Dates dates) {
    return new Waived(
        waiver.note().startsWith("topics/")
            ? waiver.note().replaceFirst("s/", " ")
            : names.shown("research/" + waiver.note()),
        Words.say("waiver.until", capital(waiver.kind().noun()), dates.day(waiver.until())),
        waiver.reason(),
        Words.say("waiver.by", waiver.by()));
  }

  static Notice notice(Problem problem) {
    return new Notice(problem.location().toString(), sentence(problem.what()), problem.remedy());
  }

  /** Problems begin in the middle of a line of the terminal; here they stand alone. */
  static String sentence(String what) {
    return capital(what) + ".";
  }

  static String capital(String text) {
    int end = text.offsetByCodePoints(0, Math.min(1, text.length()));
    return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
  }

  private static Facts facts(Standing standing, List<PublishedTree> published, Dates dates) {
    return new Facts(
        dates.moment(standing.collectedAt()),
        standing.revision().map(commit -> commit.substring(0, SHORT_COMMIT)).orElse(""),
        standing
            .edition()
            .map(
                edition ->
                    Words.say(
                        "overview.edition.dated", edition.number(), dates.day(edition.date())))
            .orElse(""),
        standing.edition().map(edition -> "/site/editions/" + edition.number() + "/").orElse(""),
        PublicationLine.of(shown(published, standing), dates),
        dates.review(standing.next().reviewAppointment()));
  }

  /** The working site and the newest edition, and older ones only while they are on their way. */
  private static List<PublishedTree> shown(List<PublishedTree> published, Standing standing) {
    String newest =
        standing.edition().map(edition -> PublicationRecord.edition(edition.number())).orElse("");
    return published.stream()
        .filter(
            tree ->
                !tree.state().isLive()
                    || tree.record().tree().equals(newest)
                    || tree.record().tree().equals(PublicationRecord.WORKING))
        .toList();
  }
}
