package dev.fortnight.cycle;

import dev.fortnight.note.Sha256;
import dev.fortnight.programme.Programme;
import dev.fortnight.publish.LiveSite;
import dev.fortnight.publish.LiveSite.Answer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out when what was pushed can be read at its public address. It never waits: each look asks
 * once at most.
 */
final class LiveWatch {

  private final Patience patience;
  private final Clock pace;
  private volatile Instant askedAt = Instant.MIN;
  private volatile Optional<Answer.Nothing> seen = Optional.empty();

  /**
   * @param pace what tells how long ago something was
   */
  LiveWatch(Patience patience, Clock pace) {
    this.patience = patience;
    this.pace = pace;
  }

  /**
   * Asks whether what is pending has arrived, unless that was done a moment ago.
   *
   * @return what has
   */
  List<PublicationRecord> look(PublicationStore store, URI site) {
    List<PublicationRecord> all = store.all();
    List<PublicationRecord> pending =
        all.stream().filter(record -> record.liveAt().isEmpty()).toList();
    if (pending.isEmpty() || !isTime(pending)) {
      return List.of();
    }
    askedAt = pace.instant();
    Answer answer = new LiveSite(site, patience.answer()).ask();
    if (answer instanceof Answer.Nothing nothing) {
      seen = Optional.of(nothing);
      return List.of();
    }
    seen = Optional.empty();
    Answer.Versions versions = (Answer.Versions) answer;
    Instant shown = shown(versions.bytes(), all);
    Set<PublicationRecord> arrived =
        pending.stream()
            .filter(record -> !record.pushedAt().isAfter(shown) || isNamed(record, versions))
            .collect(Collectors.toSet());
    store.live(arrived, pace.instant());
    return List.copyOf(arrived);
  }

  /** The newest push that the answer is of. */
  private static Instant shown(byte[] versions, List<PublicationRecord> all) {
    String hash = Sha256.of(versions);
    return all.stream()
        .filter(record -> record.versions().equals(hash))
        .map(PublicationRecord::pushedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /** What others pushed since may have replaced the very bytes that were pushed with a tree. */
  private static boolean isNamed(PublicationRecord record, Answer.Versions versions) {
    return record
        .number()
        .map(number -> versions.has(number, record.hash()))
        .orElseGet(() -> versions.hasWorkingSite(record.hash()));
  }

  private boolean isTime(List<PublicationRecord> pending) {
    boolean isExpected = pending.stream().anyMatch(record -> !isOverdue(record));
    Duration wait = isExpected ? patience.often() : patience.seldom();
    Instant now = pace.instant();
    return askedAt.equals(Instant.MIN)
        || !now.isBefore(askedAt.plus(wait))
        || now.isBefore(askedAt);
  }

  private boolean isOverdue(PublicationRecord record) {
    return !pace.instant().isBefore(record.pushedAt().plus(patience.expected()));
  }

  PublishedTree stateOf(PublicationRecord record, Programme programme) {
    PublicationState state =
        record
            .liveAt()
            .<PublicationState>map(PublicationState.Live::new)
            .orElseGet(
                () ->
                    isOverdue(record)
                        ? overdue(record, programme)
                        : new PublicationState.Pending(record.pushedAt()));
    return new PublishedTree(record, state);
  }

  private PublicationState overdue(PublicationRecord record, Programme programme) {
    String what =
        seen.map(Answer.Nothing::what)
            .orElse(programme.site().url() + " still shows what was published before");
    String remedy =
        "Look in the repository that the site is published to: under Actions for a build that"
            + " failed, and under Settings, Pages for the branch ("
            + programme.publication().branch()
            + "), the folder (/) and the domain."
            + seen.map(nothing -> " " + nothing.remedy()).orElse("");
    return new PublicationState.Overdue(record.pushedAt(), what, remedy);
  }
}
