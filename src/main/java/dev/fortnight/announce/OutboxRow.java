package dev.fortnight.announce;

import java.time.Instant;
import java.util.Optional;

/**
 * One message of an announcement as the store keeps it.
 *
 * @param part 0 for what is told first, counted on for what stands below it
 * @param version one more with each change, so that of two processes only one makes it
 * @param writtenAt the programme's time when the announcement was begun, from which "next" is told
 * @param tree what the edition's files hashed to when the message was told last; empty before
 * @param told what the message hashed to then; empty where nobody knows
 * @param parts how many messages there were then; an announcement that is whole does not grow
 */
record OutboxRow(
    int edition,
    String channel,
    int part,
    int version,
    Instant writtenAt,
    Delivery delivery,
    Optional<String> tree,
    Optional<String> told,
    Optional<Integer> parts) {

  static OutboxRow begun(Announcement announcement, int part, Instant written, Instant now) {
    return new OutboxRow(
        announcement.edition(),
        announcement.channel(),
        part,
        0,
        written,
        new Delivery.Waiting(now, ""),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  OutboxRow with(Delivery other) {
    return new OutboxRow(edition, channel, part, version, writtenAt, other, tree, told, parts);
  }

  /** The same when a wording of an edition was told. */
  OutboxRow telling(String edited, String message, int count) {
    return new OutboxRow(
        edition,
        channel,
        part,
        version,
        writtenAt,
        delivery,
        Optional.of(edited),
        Optional.of(message),
        Optional.of(count));
  }

  OutboxRow next() {
    return new OutboxRow(
        edition, channel, part, version + 1, writtenAt, delivery, tree, told, parts);
  }
}
