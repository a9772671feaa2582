package dev.fortnight.announce;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sees to it that an edition is announced once in a channel, see decision 23. Nothing here waits:
 * what has to wait is stored with the time when it may go on.
 */
public final class Outbox {

  private final JdbiOutboxStore store;

  public Outbox(Database database, String programmeId) {
    this.store = new JdbiOutboxStore(database.jdbi(), programmeId);
  }

  /** Who asks for an announcement. */
  public enum Asked {
    /** The cycle: what was refused stays so until a person asks. */
    BY_THE_CYCLE,
    /** A person, who may have mended what it was refused for. */
    BY_A_PERSON
  }

  /** What a person saw in a channel. */
  public enum Verdict {
    POSTED,
    NOT_POSTED
  }

  /**
   * Does what can be done now so that an edition is announced as it is. It is not begun while the
   * first message of an older one goes on by itself.
   *
   * @param tree what the files of the edition that was published hash to: where that is other than
   *     what was told, messages are replaced
   * @param written the programme's time, kept when the announcement is begun
   * @param pace the time of the world outside
   * @return whether its first message was sent now
   * @throws ProblemException if not everything is there yet; says why, and what to do
   */
  public boolean announce(
      Announcement announcement,
      String tree,
      Announcer announcer,
      Instant written,
      Clock pace,
      Asked asked) {
    return new Dispatch(store, announcement, tree, announcer, written, pace, asked).run();
  }

  /** The programme's time when an edition's announcement was begun; empty before. */
  public Optional<Instant> begun(int edition, String channel) {
    return store.row(edition, channel, 0).map(OutboxRow::writtenAt);
  }

  /** How many messages of an edition may stand in a channel. */
  public int messages(int edition, String channel) {
    return store.rows(channel).stream()
        .filter(row -> row.edition() == edition && mayBeThere(row.delivery()))
        .mapToInt(row -> row.part() + 1)
        .max()
        .orElse(0);
  }

  private static boolean mayBeThere(Delivery delivery) {
    return !(delivery instanceof Delivery.Waiting || delivery instanceof Delivery.Refused);
  }

  /**
   * Editions that a channel is to be told of and was not, or not wholly: of those since the first
   * that it was told of, and of the newest alone where it was told of none.
   *
   * @param newest the number of the newest edition
   */
  public List<Integer> pending(String channel, int newest) {
    Map<Integer, List<OutboxRow>> begun =
        store.rows(channel).stream().collect(Collectors.groupingBy(OutboxRow::edition));
    int first = begun.keySet().stream().min(Comparator.naturalOrder()).orElse(newest);
    return IntStream.rangeClosed(first, newest)
        .filter(number -> !isWhole(begun.getOrDefault(number, List.of())))
        .boxed()
        .toList();
  }

  /** Without a place nothing can stand below a message, so it is all there is. */
  private static boolean isWhole(List<OutboxRow> rows) {
    if (rows.isEmpty()
        || !rows.stream().allMatch(row -> row.delivery() instanceof Delivery.Posted)) {
      return false;
    }
    Delivery.Posted message = (Delivery.Posted) rows.get(0).delivery();
    return message.place().isEmpty() || rows.size() >= rows.get(0).parts().orElse(1);
  }

  /** The programme's time since when a channel's oldest message waits; empty where none does. */
  public Optional<Instant> oldest(String channel) {
    return store.rows(channel).stream()
        .filter(row -> !(row.delivery() instanceof Delivery.Posted))
        .map(OutboxRow::writtenAt)
        .min(Comparator.naturalOrder());
  }

  /** When a channel's next message may go on; empty where nothing waits for a time. */
  public Optional<Instant> due(String channel) {
    return store.rows(channel).stream()
        .flatMap(row -> row.delivery().due().stream())
        .min(Comparator.naturalOrder());
  }

  /**
   * Editions of which a channel was told something that is not what is published.
   *
   * @param published what the files of an edition hash to; empty where it is not published
   */
  public List<Integer> outdated(String channel, Function<Integer, Optional<String>> published) {
    Map<Integer, List<OutboxRow>> posted =
        store.rows(channel).stream()
            .filter(Outbox::isComparable)
            .collect(Collectors.groupingBy(OutboxRow::edition));
    return posted.entrySet().stream()
        .filter(
            edition ->
                published
                    .apply(edition.getKey())
                    .filter(
                        tree ->
                            edition.getValue().stream()
                                .anyMatch(row -> !row.tree().equals(Optional.of(tree))))
                    .isPresent())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Of what an older Fortnight told nothing is known. */
  private static boolean isComparable(OutboxRow row) {
    return row.delivery() instanceof Delivery.Posted posted
        && (row.tree().isPresent() || posted.place().isPresent());
  }

  /**
   * Takes a person's word for what Fortnight could not see.
   *
   * @param tree what the files of the edition that was published hash to
   * @return how many messages it was about
   */
  public int resolve(int edition, String channel, Verdict verdict, String tree, Clock pace) {
    int resolved = 0;
    for (OutboxRow row : store.rows(channel)) {
      if (row.edition() == edition && isOpen(row, tree)) {
        OutboxRow decided =
            verdict == Verdict.POSTED
                ? new OutboxRow(
                    edition,
                    channel,
                    row.part(),
                    row.version(),
                    row.writtenAt(),
                    new Delivery.Posted(pace.instant(), Optional.empty(), Optional.empty()),
                    Optional.of(tree),
                    row.told(),
                    row.parts())
                : row.with(new Delivery.Waiting(pace.instant(), ""));
        resolved += store.put(decided).isPresent() ? 1 : 0;
      }
    }
    return resolved;
  }

  private static boolean isOpen(OutboxRow row, String tree) {
    if (row.delivery() instanceof Delivery.Posted posted) {
      boolean isOutdated = row.tree().filter(told -> !told.equals(tree)).isPresent();
      boolean isLeftToAPerson =
          posted.place().isEmpty()
              || posted.hold().filter(hold -> !hold.remedy().isEmpty()).isPresent();
      return isOutdated && isLeftToAPerson;
    }
    return row.delivery() instanceof Delivery.Asking;
  }
}
