package dev.fortnight.cycle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a refresh came to.
 *
 * @param standing as it was when it could be told last; empty until then
 * @param failures of the steps that could not be done at their last attempt, in their order
 * @param published what is public, or will be once the host has built it
 */
public record RefreshState(
    Optional<Standing> standing, List<Failure> failures, List<PublishedTree> published) {

  /** The same with what else could not be done. */
  public RefreshState with(List<Failure> others) {
    return new RefreshState(
        standing, Stream.concat(failures.stream(), others.stream()).toList(), published);
  }

  static final RefreshState NOTHING_YET = new RefreshState(Optional.empty(), List.of(), List.of());
}
