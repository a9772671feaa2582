package dev.fortnight.cycle;

import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.AnnouncementWriter;
import dev.fortnight.announce.Announcer;
import dev.fortnight.announce.Outbox;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.Editions;
import dev.fortnight.edition.Newest;
import dev.fortnight.edition.Review;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.problem.Problem;
import dev.fortnight.publish.Publisher;
import dev.fortnight.site.Theme;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One run of a programme's cycle, from what was collected to what subscribers are told. Each method
 * is a step, safe to repeat.
 */
public final class Cycle {

  private final Collected collected;
  private final Newest newest;
  private List<Problem> problems;
  private final Editions editions;
  private final Outbox outbox;
  private final Publisher publisher;
  private final Announcer announcer;
  private final Clock clock;

  public Cycle(
      Collected collected,
      Theme theme,
      Editions editions,
      Outbox outbox,
      Publisher publisher,
      Announcer announcer,
      Clock clock) {
    this.collected = collected;
    this.editions = editions;
    this.newest = Newest.of(collected.snapshot(clock.instant()), collected.unreadable(), theme);
    this.problems =
        Stream.concat(collected.problems().stream(), editions.problems(newest).stream())
            .sorted()
            .toList();
    this.outbox = outbox;
    this.publisher = publisher;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** What the checks let through. */
  public Newest newest() {
    return newest;
  }

  /** What there is to say about the notes and topics, and about what publishing left out. */
  public List<Problem> problems() {
    return problems;
  }

  private void add(List<Problem> found) {
    problems = Stream.concat(problems.stream(), found.stream()).distinct().sorted().toList();
  }

  public Sprint sprint() {
    return new SprintCalendar(collected.programme().cycle()).at(clock.instant());
  }

  /** Publishes the working site. */
  public Publisher.Outcome publishWorkingSite() {
    WorkingSite site = editions.workingSite(newest, sprint());
    Publisher.Outcome outcome = publisher.publish(site);
    add(site.problems());
    return outcome;
  }

  /** What the product owner has to decide on. */
  public Review review() {
    return editions.review(newest, sprint());
  }

  public void approve(Set<String> items, String by) {
    editions.approve(review(), newest, items, by, clock.instant());
  }

  public void hold(String item, String by, String reason) {
    editions.hold(review(), newest, item, by, clock.instant(), reason);
  }

  /** Signs the sprint's edition off. */
  public ApprovedEdition signOff(String by) {
    return editions.signOff(review().decided(), newest, by, clock.instant());
  }

  /** The newest edition, made again from what is stored; empty before the first. */
  public Optional<ApprovedEdition> newestEdition() {
    return editions.newest().map(number -> editions.edition(number, newest));
  }

  /** Publishes an edition that was signed off. */
  public Publisher.Outcome publish(ApprovedEdition edition) {
    Publisher.Outcome outcome = publisher.publish(edition);
    add(edition.problems());
    return outcome;
  }

  /**
   * Tells subscribers of a published edition.
   *
   * @return whether they were told now
   */
  public boolean announce(ApprovedEdition edition) {
    Announcement announcement =
        AnnouncementWriter.write(edition, announcer.channel(), clock.instant());
    return outbox.announce(announcement, announcer, clock.instant());
  }
}
