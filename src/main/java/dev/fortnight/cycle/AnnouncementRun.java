package dev.fortnight.cycle;

import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.Announcer;
import dev.fortnight.announce.Announcer.Answer;
import dev.fortnight.announce.Outbox;
import dev.fortnight.announce.slack.AnnouncementWriter;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.store.Database;
import java.time.Clock;
import java.util.Optional;

/** The announcing step of a refresh, for somebody who asks for it once. */
public final class AnnouncementRun {

  private final Programme programme;
  private final Places places;
  private final Cycle cycle;
  private final Announcing announcing;
  private final PublicationStore store;
  private final LiveWatch watch;
  private final Database database;
  private final Clock clock;

  /** Collects and checks as a refresh does. */
  public AnnouncementRun(
      Places places, Register register, Database database, Clock clock, Clock pace) {
    this.places = places;
    this.database = database;
    this.clock = clock;
    this.cycle = Cycle.of(places, register, database, clock);
    this.programme = cycle.newest().programme();
    this.announcing = cycle.announcing(pace);
    this.store = PublicationStore.in(database, programme.id(), places.destination(programme));
    this.watch = new LiveWatch(Patience.USUAL, pace);
  }

  /** The number of the newest edition; empty before the first. */
  public Optional<Integer> newestEdition() {
    return cycle.editions().newest();
  }

  /** The channel that is told; {@code log} where there is none. */
  public String channel() {
    return announcing.channel();
  }

  /** Whether the programme names a channel that is not told for want of a secret. */
  public boolean lacksASecret() {
    return programme.announcements().slack().filter(slack -> !isTold(slack)).isPresent();
  }

  private boolean isTold(Programme.Slack slack) {
    return slack.channel().equals(channel());
  }

  /**
   * Announces, while no other process is at the programme's work.
   *
   * @return whether it was done; another process is at it where it was not
   */
  public boolean alone(Runnable work) {
    return WorkLock.alone(database, programme.id(), WorkLock.Work.CYCLE, work);
  }

  /** What subscribers are told of an edition, or would be. */
  public Announcement preview(int number) {
    return announcing.announcement(edition(number));
  }

  private ApprovedEdition edition(int number) {
    return cycle.editions().edition(number, cycle.newest());
  }

  /**
   * Tells subscribers of an edition, and does what is pending of others.
   *
   * @return whether they were told now
   * @throws ProblemException if it is not public, or not everything is told yet
   */
  public boolean announce(int number) {
    places.watched(programme).ifPresent(address -> watch.look(store, address));
    PublicationRecord record = published(number);
    if (record.liveAt().isEmpty()) {
      throw new ProblemException(
          "edition " + number + " cannot be read at its public address yet",
          "Run 'fortnight publish', which waits until it can.");
    }
    return announcing.tell(store, number);
  }

  private PublicationRecord published(int number) {
    return store
        .of(PublicationRecord.edition(number))
        .orElseThrow(
            () ->
                new ProblemException(
                    "edition " + number + " is not published yet",
                    "Run 'fortnight publish' first."));
  }

  /**
   * Takes a person's word for whether an edition was announced.
   *
   * @return how many messages that was in question of
   */
  public int resolve(int number, Outbox.Verdict verdict) {
    return announcing.resolve(number, verdict, published(number).hash());
  }

  /**
   * Sends what an announcement would be to another channel, once, whatever comes of it.
   *
   * @throws ProblemException if it did not arrive, or may not have
   */
  public void rehearse(int number, String channel) {
    Programme.Slack slack =
        programme
            .announcements()
            .slack()
            .filter(real -> !real.channel().equals(channel))
            .orElseThrow(
                () ->
                    new ProblemException(
                        "a rehearsal needs announce.slack.channel in programme.yml, and a channel"
                            + " that is another one",
                        "Name the channel of a few people with --dry."));
    Announcer announcer =
        places
            .slack()
            .token()
            .flatMap(token -> places.slack().announcer(new Programme.Slack(channel, slack.api())))
            .orElseThrow(
                () ->
                    new ProblemException(
                        "FORTNIGHT_SLACK_TOKEN is not set, and a webhook has one channel only",
                        "Set it to the app's bot token."));
    Announcement rehearsal =
        AnnouncementWriter.rehearsal(edition(number), channel, clock.instant());
    Optional<String> first = Optional.empty();
    for (Announcement.Message message : rehearsal.messages()) {
      Optional<String> place = arrived(announcer.send(message, first));
      first = first.or(() -> place);
    }
  }

  private static Optional<String> arrived(Answer answer) {
    if (answer instanceof Answer.Arrived arrived) {
      return arrived.place();
    }
    if (answer instanceof Answer.Refused refused) {
      throw new ProblemException("the rehearsal failed: " + refused.why(), refused.remedy());
    }
    if (answer instanceof Answer.Later later) {
      throw new ProblemException(
          "the rehearsal failed: " + later.why(), "Try again in a few minutes.");
    }
    String why = answer instanceof Answer.Unknown unknown ? unknown.why() : "it was deleted";
    throw new ProblemException(
        "the rehearsal may have failed: " + why, "Look into the channel before trying again.");
  }
}
