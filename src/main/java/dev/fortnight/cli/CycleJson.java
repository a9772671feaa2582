package dev.fortnight.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fortnight.cycle.CycleStatus;
import dev.fortnight.cycle.StepRecord;
import java.time.Instant;
import java.util.List;

/**
 * What {@code fortnight cycle status --format json} prints. Times are UTC, as in ISO 8601.
 *
 * @param programme its id
 * @param sprint the number of the one at hand
 */
record CycleJson(String programme, int sprint, List<StepJson> steps) {

  /**
   * @param state {@code not yet}, {@code running}, {@code done}, {@code waiting} or {@code failed}
   * @param since since when it is so
   * @param done when it last came to its end
   * @param next when it is looked at next
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StepJson(
      String step,
      String state,
      String said,
      String since,
      String done,
      String next,
      long secondsLate,
      String run,
      String needs,
      String leaves,
      String whenItFails) {}

  static CycleJson of(CycleStatus status) {
    return new CycleJson(
        status.programme().id(),
        status.sprint().number(),
        status.steps().stream().map(CycleJson::step).toList());
  }

  private static StepJson step(CycleStatus.Line line) {
    StepRecord record = line.record().orElse(null);
    return new StepJson(
        line.step().word(),
        line.word(),
        record == null ? null : record.state().sentence(),
        record == null ? null : record.state().since().toString(),
        record == null ? null : record.doneAt().map(Instant::toString).orElse(null),
        record == null ? null : record.due().map(Instant::toString).orElse(null),
        line.lateBy().toSeconds(),
        record == null ? null : record.run(),
        line.step().needs(),
        line.step().leaves(),
        line.step().whenItFails());
  }
}
