package dev.fortnight.cycle;

import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.Announcer;
import dev.fortnight.announce.Outbox;
import dev.fortnight.announce.slack.AnnouncementWriter;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.Opening;
import dev.fortnight.note.Sha256;
import dev.fortnight.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells subscribers of published editions, and sees to it that what they were told stays true. */
public final class Announcing {

  private final Cycle cycle;
  private final Outbox outbox;
  private final Announcer announcer;
  private final Clock clock;
  private final Clock pace;
  private Map<Integer, Opening> openings;

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
    return outbox.announce(
        announcement(edition),
        told(edition.number(), tree),
        announcer,
        written(edition),
        pace,
        asked);
  }

  /**
   * What is told of an edition hangs on its files and on whether an owner's words may be told;
   * where they may not be any more, a channel that knows them is to be corrected.
   */
  private String told(int number, String tree) {
    return openings().get(number) instanceof Opening.Withheld
        ? Sha256.of((tree + "\nwithout its introduction").getBytes(StandardCharsets.UTF_8))
        : tree;
  }

  private Map<Integer, Opening> openings() {
    if (openings == null) {
      openings = cycle.editions().openings(cycle.newest());
    }
    return openings;
  }

  /**
   * Tells subscribers of each edition that can be read and that they do not know of, the oldest
   * first, and replaces what was told of editions that have lost something since.
   *
   * @throws ProblemException if that is not done for one of them; for the others it is none the
   *     less
   */
  public void tell(PublicationStore published) {
    tell(published, Optional.empty());
  }

  /**
   * The same for a person who asks for an edition, and may have mended what it was refused for.
   *
   * @param asked an edition that can be read
   * @return whether subscribers were told of that one now
   */
  public boolean tell(PublicationStore published, int asked) {
    return tell(published, Optional.of(asked));
  }

  private boolean tell(PublicationStore published, Optional<Integer> asked) {
    SortedSet<Integer> numbers = numbers(published);
    asked.ifPresent(numbers::add);
    boolean isToldNow = false;
    Optional<ProblemException> failure = Optional.empty();
    for (int number : numbers) {
      Outbox.Asked by =
          asked.equals(Optional.of(number)) ? Outbox.Asked.BY_A_PERSON : Outbox.Asked.BY_THE_CYCLE;
      try {
        boolean isNew = announce(number, tree(published, number).orElseThrow(), by);
        isToldNow |= isNew && by == Outbox.Asked.BY_A_PERSON;
      } catch (ProblemException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return isToldNow;
  }

  private boolean announce(int number, String tree, Outbox.Asked asked) {
    return announce(cycle.editions().edition(number, cycle.newest()), tree, asked);
  }

  private SortedSet<Integer> numbers(PublicationStore published) {
    SortedSet<Integer> numbers =
        new TreeSet<>(
            outbox.outdated(
                channel(), number -> tree(published, number).map(tree -> told(number, tree))));
    cycle
        .editions()
        .newest()
        .ifPresent(newest -> numbers.addAll(outbox.pending(channel(), newest)));
    numbers.removeIf(number -> tree(published, number).isEmpty());
    return numbers;
  }

  /** What the files of an edition that can be read hash to. */
  private static Optional<String> tree(PublicationStore published, int number) {
    return published
        .of(PublicationRecord.edition(number))
        .filter(record -> record.liveAt().isPresent())
        .map(PublicationRecord::hash);
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

  /** The programme's time since when the oldest message waits; empty where none does. */
  Optional<Instant> oldest() {
    return outbox.oldest(channel());
  }

  /** When what had to wait may go on; empty where nothing waits for a time. */
  Optional<Instant> due() {
    return outbox.due(channel());
  }

  /**
   * Takes a person's word for what Fortnight could not see.
   *
   * @return how many messages it was about
   */
  public int resolve(int edition, Outbox.Verdict verdict, String tree) {
    return outbox.resolve(edition, channel(), verdict, told(edition, tree), pace);
  }
}
