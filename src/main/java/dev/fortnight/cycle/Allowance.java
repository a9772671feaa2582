package dev.fortnight.cycle;

import dev.fortnight.check.Publication;
import dev.fortnight.check.Snapshot;
import dev.fortnight.edition.Newest;
import dev.fortnight.note.Sha256;
import dev.fortnight.privacy.Waiver;
import dev.fortnight.programme.Programme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much may be published of everything there is. While it grows no less, no signed edition can
 * have lost anything, so none has to be made again to find out.
 *
 * @param agreed by a note's path
 * @param waivers those that hold
 */
record Allowance(Map<String, Publication> agreed, Set<Waiver> waivers, Programme.Allowed allowed) {

  static Allowance of(Newest newest) {
    Snapshot snapshot = newest.snapshot();
    Map<String, Publication> agreed = new TreeMap<>();
    snapshot.notes().forEach(note -> agreed.put(note.path(), Publication.agreed(note, snapshot)));
    Set<Waiver> waivers =
        snapshot.personalData().waivers().all().stream()
            .filter(waiver -> waiver.holds(snapshot.today()))
            .collect(Collectors.toSet());
    return new Allowance(agreed, waivers, snapshot.programme().allowed());
  }

  /** Names it for a store; what it holds may be personal and cannot be read from it. */
  String hash() {
    List<String> sorted = waivers.stream().map(Waiver::toString).sorted().toList();
    return Sha256.of((agreed + "\n" + sorted + "\n" + allowed).getBytes(StandardCharsets.UTF_8));
  }

  /** How it differs from what was allowed before. */
  enum Change {
    NONE,
    /** Something that was taken back may have been given again. */
    MORE,
    /** Something was taken back, and perhaps other things given. */
    LESS
  }

  /** What has changed since; everything may have where nothing is known of before. */
  Change since(Optional<Allowance> before) {
    if (before.isEmpty() || isLessThan(before.get())) {
      return Change.LESS;
    }
    return equals(before.get()) ? Change.NONE : Change.MORE;
  }

  private boolean isLessThan(Allowance before) {
    return !allowed.equals(before.allowed)
        || !waivers.containsAll(before.waivers)
        || before.agreed.entrySet().stream()
            .anyMatch(note -> isNarrower(note.getKey(), note.getValue()));
  }

  /** What is gone counts as nothing. */
  private boolean isNarrower(String path, Publication before) {
    return agreed.getOrDefault(path, Publication.NOTHING).compareTo(before) > 0;
  }
}
