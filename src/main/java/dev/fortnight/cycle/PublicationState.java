package dev.fortnight.cycle;

import java.time.Instant;

/** Whether the public can read what was published. */
public sealed interface PublicationState {

  /** Its address answers with it. A folder on this machine does at once. */
  record Live(Instant at) implements PublicationState {}

  /** It was pushed, and the host is expected to be building the site. */
  record Pending(Instant since) implements PublicationState {}

  /**
   * It was pushed so long ago that something is wrong.
   *
   * @param what what the address answers instead, without a full stop
   * @param remedy what to look at, as full sentences
   */
  record Overdue(Instant since, String what, String remedy) implements PublicationState {}

  default boolean isLive() {
    return this instanceof Live;
  }
}
