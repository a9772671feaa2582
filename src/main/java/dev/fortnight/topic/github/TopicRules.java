package dev.fortnight.topic.github;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.topic.github.JdbiListStore.Kind;
import dev.fortnight.topic.github.JdbiListStore.RepositoryState;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Finds out what makes an issue a topic now, by the labels that a repository has. */
final class TopicRules {

  private final Place place;
  private final Optional<String> label;
  private final IssueIntake intake;
  private final Consumer<Problem> problems;
  private final JdbiListStore lists;
  private final JdbiNameStore names;

  TopicRules(Place place, Optional<String> label, IssueIntake intake, Consumer<Problem> problems) {
    this.place = place;
    this.label = label;
    this.intake = intake;
    this.problems = problems;
    this.lists = new JdbiListStore(place);
    this.names = new JdbiNameStore(place);
  }

  /** What makes an issue a topic now; where that has changed, all issues are listed again. */
  TopicRule rule(Handle handle) {
    RepositoryState state = lists.repository(handle);
    List<Names.Label> known = names.labels(handle);
    Optional<Names.Label> found =
        label.flatMap(
            name ->
                known.stream()
                    .filter(other -> other.name().equalsIgnoreCase(name))
                    .findFirst()
                    .or(() -> renamed(known, state, name)));
    TopicRule rule = new TopicRule(label, found.map(Names.Label::id), found.map(Names.Label::name));
    Optional<String> said = Optional.of(label.orElse(""));
    if (state.rule().isPresent()
        && (!state.rule().equals(said) || !state.topicLabel().equals(rule.id()))) {
      lists.restart(handle, Kind.ISSUES);
    }
    lists.put(handle, new RepositoryState(rule.id(), said, state.isSweepDue()));
    intake.buryUnlabelled(handle, rule);
    if (rule.isRenamed()) {
      problems.accept(renamed(rule));
    }
    return rule;
  }

  private static Optional<Names.Label> renamed(
      List<Names.Label> known, RepositoryState state, String name) {
    return known.stream()
        .filter(other -> state.rule().equals(Optional.of(name)))
        .filter(other -> state.topicLabel().equals(Optional.of(other.id())))
        .findFirst();
  }

  private Problem renamed(TopicRule rule) {
    return Problem.warning(
        "topic",
        SourceLocation.file(ProgrammeReader.FILE),
        "the topic label of " + place.repository() + " has another name on GitHub now",
        "Write its new name as 'backlog.github.label'; until then Fortnight goes by the label that"
            + " used to have this name.");
  }
}
