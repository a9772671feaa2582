package dev.fortnight.cycle;

import dev.fortnight.announce.Messenger;
import dev.fortnight.announce.Reminder;
import dev.fortnight.announce.ReminderOutbox;
import dev.fortnight.announce.ReminderText;
import dev.fortnight.announce.slack.SlackMessenger;
import dev.fortnight.edition.Review;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.Programme.Audience;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reminds those who decide of what waits, be it only that an edition is signed off, once for each
 * programme, sprint, moment and recipient. Where nothing has changed, or once the edition is signed
 * off, nobody is reminded.
 */
public final class Reminding {

  private final Cycle cycle;
  private final Programme programme;
  private final Places places;
  private final ReminderOutbox outbox;
  private final Clock clock;

  /** A reminder that is due, and how it would get there; empty where no mail is sent from here. */
  public record Due(Reminder reminder, Optional<Messenger> messenger) {}

  Reminding(Cycle cycle, Places places, ReminderOutbox outbox, Clock clock) {
    this.cycle = cycle;
    this.programme = cycle.newest().programme();
    this.places = places;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Sends what is due. Doing it again sends nothing twice.
   *
   * @throws ProblemException if one may not have arrived; the others are sent none the less
   */
  public void remind() {
    Optional<ProblemException> failure = Optional.empty();
    for (Due due : due()) {
      if (due.messenger().isPresent()) {
        try {
          outbox.deliver(due.reminder(), due.messenger().get());
        } catch (ProblemException e) {
          failure = failure.or(() -> Optional.of(e));
        }
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  /** What is to be sent now and was not. */
  public List<Due> due() {
    Instant now = clock.instant();
    SprintCalendar calendar = new SprintCalendar(programme.cycle());
    Sprint sprint = calendar.at(now);
    List<Due> due = new ArrayList<>();
    calendar
        .before(sprint.number())
        .filter(this::wasReviewed)
        .ifPresent(before -> due.addAll(of(before, now)));
    due.addAll(of(sprint, now));
    return due.stream().filter(one -> !outbox.isOver(one.reminder())).toList();
  }

  /** When somebody is to be reminded next in this sprint. */
  Optional<Instant> next() {
    Instant now = clock.instant();
    return ReminderMoment.next(
        programme.review(), new SprintCalendar(programme.cycle()).at(now), now);
  }

  /** A Fortnight that is new has missed nothing. */
  private boolean wasReviewed(Sprint sprint) {
    Instant deadline = sprint.deadline().toInstant();
    return cycle.auditLines().stream().anyMatch(line -> line.at().isBefore(deadline));
  }

  private List<Due> of(Sprint sprint, Instant now) {
    Review review = cycle.editions().review(cycle.newest(), sprint);
    if (review.changed().isEmpty() || cycle.editions().ofSprint(sprint.number()).isPresent()) {
      return List.of();
    }
    return ReminderMoment.due(programme.review(), sprint, now).stream()
        .flatMap(moment -> to(moment, review).stream())
        .toList();
  }

  private List<Due> to(ReminderMoment moment, Review review) {
    List<Due> due = new ArrayList<>();
    slack()
        .ifPresent(
            messenger -> {
              String recipient = "slack:" + programme.review().channel().orElseThrow();
              due.add(new Due(reminder(moment, review, recipient), Optional.of(messenger)));
            });
    for (String login : logins(moment)) {
      places
          .reminders()
          .addresses()
          .of(login)
          .map(address -> places.reminders().mail().map(mail -> mail.to(address)))
          .ifPresent(
              messenger -> due.add(new Due(reminder(moment, review, "mail:" + login), messenger)));
    }
    return due;
  }

  private Optional<Messenger> slack() {
    URI api =
        programme
            .announcements()
            .slack()
            .map(Programme.Slack::api)
            .orElse(URI.create("https://slack.com/api/"));
    return programme
        .review()
        .channel()
        .flatMap(
            channel ->
                places
                    .slack()
                    .token()
                    .map(token -> new SlackMessenger(new Programme.Slack(channel, api), token)));
  }

  /** Where the programme names no owners, everybody with an address is one. */
  private List<String> logins(ReminderMoment moment) {
    Programme.ReviewPolicy policy = programme.review();
    List<String> deputies =
        policy.deputies(moment.at().atZone(programme.cycle().zone()).toLocalDate());
    if (moment.to() == Audience.DEPUTIES) {
      return deputies;
    }
    return policy.owners().isEmpty()
        ? StreamSupport.stream(places.reminders().addresses().logins().spliterator(), false)
            .filter(login -> policy.deputies().stream().noneMatch(d -> d.login().equals(login)))
            .toList()
        : policy.owners();
  }

  private Reminder reminder(ReminderMoment moment, Review review, String recipient) {
    Sprint sprint = review.sprint();
    ReminderText text = new ReminderText(programme);
    return new Reminder(
        programme.id() + "/reminder/" + sprint.number() + "/" + moment.name() + "/" + recipient,
        sprint.number(),
        moment.name(),
        recipient,
        text.subject(sprint),
        text.text(
            sprint,
            moment.isLate(),
            review.open().size(),
            review.changed().size(),
            places.reminders().next()));
  }
}
