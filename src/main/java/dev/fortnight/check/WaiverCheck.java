package dev.fortnight.check;

import dev.fortnight.privacy.Waiver;
import dev.fortnight.privacy.WaiversReader;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Each waiver still lets something pass that is there. */
final class WaiverCheck {

  private final Snapshot snapshot;
  private final Set<Waiver> used;

  /**
   * @param used those that have let something pass
   */
  WaiverCheck(Snapshot snapshot, Set<Waiver> used) {
    this.snapshot = snapshot;
    this.used = used;
  }

  List<Problem> problems() {
    return snapshot.personalData().waivers().all().stream()
        .flatMap(waiver -> problem(waiver).stream())
        .toList();
  }

  private Optional<Problem> problem(Waiver waiver) {
    if (!waiver.holds(snapshot.today())) {
      return Optional.of(
          problem(
              waiver,
              "this waiver has expired, so what it was for is a problem again",
              "Take the text out of the note, or decide anew with 'fortnight new waiver'."));
    }
    return used.contains(waiver)
        ? Optional.empty()
        : Optional.of(
            problem(
                waiver,
                "this waiver is for nothing that stands in its note, so it has no effect",
                "Remove it, or decide anew with 'fortnight new waiver' if the note has moved."));
  }

  private static Problem problem(Waiver waiver, String what, String remedy) {
    return Problem.warning(
        "waiver", new SourceLocation(WaiversReader.FILE, waiver.line()), what, remedy);
  }
}
