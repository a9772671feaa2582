package dev.fortnight.web;

import dev.fortnight.cycle.CycleStatus;
import dev.fortnight.cycle.StepRecord;
import dev.fortnight.cycle.StepState;
import dev.fortnight.programme.Programme;
import dev.fortnight.sprint.Sprint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the page about the cycle says, in words.
 *
 * @param refusal why this process schedules nothing; empty where it does
 */
public record CyclePage(String programme, String sprint, String refusal, List<StepPart> steps) {

  /**
   * One step; what there is nothing to say of is empty.
   *
   * @param word what it is called on the command line
   * @param remedy what happens or is to be done where it failed
   */
  public record StepPart(
      String word,
      String state,
      String title,
      String said,
      String remedy,
      String next,
      String late,
      String done) {}

  static CyclePage of(CycleStatus status, Optional<String> refusal) {
    Programme programme = status.programme();
    Dates dates = new Dates(programme);
    Sprint sprint = status.sprint();
    return new CyclePage(
        programme.title(),
        Words.say("cycle.sprint", sprint.number(), dates.days(sprint.first(), sprint.last())),
        refusal.map(Overview::sentence).orElse(""),
        status.steps().stream().map(line -> part(line, dates)).toList());
  }

  private static StepPart part(CycleStatus.Line line, Dates dates) {
    Optional<StepRecord> record = line.record();
    Duration late = line.lateBy();
    return new StepPart(
        line.step().word(),
        Overview.capital(line.word()),
        Overview.capital(line.step().title()),
        record.map(StepRecord::state).map(CyclePage::said).orElse(""),
        line.isFailed() ? line.step().whenItFails() : "",
        record.flatMap(StepRecord::due).map(dates::moment).orElse(""),
        late.isZero() ? "" : Dates.duration(late),
        record.flatMap(StepRecord::doneAt).map(dates::moment).orElse(""));
  }

  private static String said(StepState state) {
    return Overview.capital(state.sentence());
  }
}
