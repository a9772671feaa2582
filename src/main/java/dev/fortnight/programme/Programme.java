package dev.fortnight.programme;

import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One piece of research with its repository, cycle, site and channel, as {@code
 * research/programme.yml} describes it.
 *
 * @param id names the programme in the store; its own word, or made from its title
 */
public record Programme(
    String id,
    String title,
    String summary,
    Locale language,
    Cycle cycle,
    Notes notes,
    Backlog backlog,
    Site site,
    Publication publication,
    Announcements announcements,
    ReviewPolicy review,
    Allowed allowed) {

  /**
   * The two-week cycle.
   *
   * @param first the first day of sprint 1
   * @param length of a sprint, in whole days
   * @param review when the product owner reviews; the last such weekday of the sprint
   * @param openCall when the open call is held; the last such weekday of the sprint
   * @param holidays whose public holidays move a review or an open call
   * @param deadline how long after the review an edition can be signed off
   * @param changes sprints that are skipped or have another length, by number, one for each
   * @param cancelled days on which a review or an open call would be and is not held
   * @param join where anybody can join an open call
   */
  public record Cycle(
      LocalDate first,
      Period length,
      ZoneId zone,
      Meeting review,
      Optional<Meeting> openCall,
      Optional<HolidayCalendar> holidays,
      Duration deadline,
      List<SprintChange> changes,
      SortedSet<LocalDate> cancelled,
      Optional<URI> join) {

    /** The same cycle with other days on which no meeting is held. */
    public Cycle without(Collection<LocalDate> days) {
      return new Cycle(
          first,
          length,
          zone,
          review,
          openCall,
          holidays,
          deadline,
          changes,
          new TreeSet<>(days),
          join);
    }

    public SprintSpans spans() {
      return new SprintSpans(first, length, changes);
    }

    /** Whether a review or an open call falls on a day as planned, cancelled or moved or not. */
    boolean hasMeetingOn(LocalDate day) {
      SprintSpans spans = spans();
      long left = ChronoUnit.DAYS.between(day, spans.of(spans.numberOn(day)).last());
      boolean isItsDay =
          day.getDayOfWeek() == review.day()
              || openCall.filter(call -> call.day() == day.getDayOfWeek()).isPresent();
      return !day.isBefore(first) && left < DayOfWeek.values().length && isItsDay;
    }
  }

  /** A weekday and a time of day in the programme's zone, for example {@code FRI 14:00}. */
  public record Meeting(DayOfWeek day, LocalTime time) {}

  /**
   * Where the notes come from.
   *
   * @param git the repository; empty where the programme's own folder is the source
   * @param isPublic whether the repository can be read by anybody
   */
  public record Notes(Optional<String> git, String branch, boolean isPublic) {}

  /** Where topics come from. */
  public sealed interface Backlog {

    /** No backlog: the programme has no topics. */
    record None() implements Backlog {}

    /**
     * A JSON export.
     *
     * @param file relative to {@code research/}
     */
    record File(Path file) implements Backlog {}

    /**
     * GitHub's REST API.
     *
     * @param repositories as {@code owner/name}
     * @param label what makes an issue a topic; empty means every issue
     */
    record GitHub(List<String> repositories, Optional<String> label, URI api) implements Backlog {}
  }

  /**
   * The public site.
   *
   * @param url the address of the root, ending with a slash
   * @param colour the accent colour, as {@code #rrggbb}
   * @param logo relative to {@code research/}
   * @param licence an SPDX licence identifier
   */
  public record Site(
      URI url, String colour, Optional<String> logo, Optional<String> contact, String licence) {}

  /**
   * Where the site is published.
   *
   * @param git the repository; empty where publication goes to a folder
   * @param every the shortest time between two publications of the working site
   * @param keep how many editions stay unfolded
   * @param working the folders of {@code research/}, and topics, that the working site shows before
   *     review; empty where the programme leaves that to Fortnight
   * @param adopt whether an {@code index.html} that is not ours may be replaced
   */
  public record Publication(
      Optional<String> git,
      String branch,
      Duration every,
      int keep,
      Optional<Set<String>> working,
      boolean adopt) {

    /** Everything but interviews. */
    private static final Set<String> WORKING_BY_DEFAULT =
        Set.of(
            "topics", "assumptions", "weeknotes", "findings", "recommendations", "pages", "data");

    /** What the published working site shows before review. */
    public Set<String> shownBeforeReview() {
      return working.orElse(WORKING_BY_DEFAULT);
    }
  }

  /** Who is told of an edition: a Slack channel, or the log when there is none. */
  public record Announcements(Optional<Slack> slack) {}

  /**
   * A Slack channel.
   *
   * @param channel its id, for example {@code C0123456789}
   */
  public record Slack(String channel, URI api) {}

  /**
   * Who decides, and how.
   *
   * @param owners logins of those who may sign off; empty leaves that to whoever runs the server
   * @param deputies who may sign off for a time as well
   * @param approvals how many of them must
   * @param ownNotes whether somebody may approve what they wrote
   * @param undo how long a sign-off can be taken back
   * @param remind how long before the deadline reminders go out
   * @param escalate who is told after the deadline as long as nothing is signed off
   * @param channel the Slack channel that is reminded; never the one that is told of editions
   */
  public record ReviewPolicy(
      List<String> owners,
      List<Deputy> deputies,
      int approvals,
      boolean ownNotes,
      Duration undo,
      List<Duration> remind,
      List<Escalation> escalate,
      Optional<String> channel) {

    /** Logins of those who stand in for an owner on a day, in the programme's zone. */
    public List<String> deputies(LocalDate day) {
      return deputies.stream()
          .filter(deputy -> deputy.stands(deputy.login(), day))
          .map(Deputy::login)
          .toList();
    }

    /**
     * Whether an edition may be signed off under a login.
     *
     * @param day in the programme's zone
     */
    public boolean names(String login, LocalDate day) {
      return owners.stream().anyMatch(login::equalsIgnoreCase)
          || deputies.stream().anyMatch(deputy -> deputy.stands(login, day));
    }
  }

  /**
   * A reminder after the deadline.
   *
   * @param after how long after it
   */
  public record Escalation(Duration after, Audience to) {}

  /** Who is reminded. */
  public enum Audience {
    OWNERS,
    /** Those who stand in for an owner on that day. */
    DEPUTIES
  }

  /**
   * Somebody who may sign off in an owner's place.
   *
   * @param from the first day
   * @param to the last day
   */
  public record Deputy(String login, LocalDate from, LocalDate to) {

    boolean stands(String name, LocalDate day) {
      return login.equalsIgnoreCase(name) && !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** Personal data that may be published, because its owner wants it so. */
  public record Allowed(
      List<String> emails,
      List<String> phones,
      List<String> names,
      List<String> organisations,
      List<String> handles,
      List<String> postcodes,
      List<String> addresses,
      List<String> domains) {}
}
