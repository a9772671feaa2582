package dev.fortnight.cycle;

import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.Announcer;
import dev.fortnight.announce.Delivery;
import dev.fortnight.announce.Outbox;
import dev.fortnight.announce.slack.AnnouncementWriter;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells subscribers of published editions, and sees to it that what they were told stays true. */
public final class Announcing {

  private final Cycle cycle;
  private final Outbox outbox;
  private final Announcer announcer;
  private final Clock clock;
  private final Clock pace;

  /**
   * @param pace the time of the world outside
   */
  Announcing(Cycle cycle, Outbox outbox, Announcer announcer, Clock clock, Clock pace) {
    this.cycle = cycle;
    this.outbox = outbox;
    this.announcer = announcer;
    this.clock = clock;
    this.pace = pace;
  }

  /** The channel that is told; {@code log} where there is none. */
  public String channel() {
    return announcer.channel();
  }

  /**
   * Tells subscribers of a published edition.
   *
   * @param tree what the files that were published hash to
   * @return whether they were told now
   * @throws ProblemException if not everything is told yet; says why, and what to do
   */
  public boolean announce(ApprovedEdition edition, String tree, Outbox.Asked asked) {
    return outbox.announce(announcement(edition), tree, announcer, written(edition), pace, asked);
  }

  /**
   * Replaces what was told of editions that have lost something since.
   *
   * @return their numbers
   * @throws ProblemException if one of them cannot be; the others are none the less
   */
  public List<Integer> correct(PublicationStore published) {
    List<Integer> outdated = outbox.outdated(channel(), number -> tree(published, number));
    Optional<ProblemException> failure = Optional.empty();
    for (int number : outdated) {
      try {
        ApprovedEdition edition = cycle.editions().edition(number, cycle.newest());
        announce(edition, tree(published, number).orElseThrow(), Outbox.Asked.BY_THE_CYCLE);
      } catch (ProblemException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return outdated;
  }

  private static Optional<String> tree(PublicationStore published, int number) {
    return published.of(PublicationRecord.edition(number)).map(PublicationRecord::hash);
  }

  /** What subscribers are told of an edition, or would be. */
  public Announcement announcement(ApprovedEdition edition) {
    int least = outbox.messages(edition.number(), channel());
    return AnnouncementWriter.write(edition, channel(), written(edition), least);
  }

  /** "Next" stays what it was when the announcement was begun. */
  private Instant written(ApprovedEdition edition) {
    return outbox.begun(edition.number(), channel()).orElseGet(clock::instant);
  }

  /** Where the messages of an edition stand, in their order. */
  public List<Delivery> deliveries(int edition) {
    return outbox.deliveries(edition, channel());
  }

  /**
   * Takes a person's word for what Fortnight could not see.
   *
   * @return how many messages it was about
   */
  public int resolve(int edition, Outbox.Verdict verdict, String tree) {
    return outbox.resolve(edition, channel(), verdict, tree, pace);
  }
}
