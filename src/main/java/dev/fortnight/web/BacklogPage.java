package dev.fortnight.web;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All topics, those that are open first, in the order of the backlog.
 *
 * @param counted {@code 12 open, 3 closed}
 */
public record BacklogPage(
    String programme, String counted, List<Group> groups, Freshness freshness) {

  /** Topics of one state. */
  public record Group(String state, List<Line> topics) {}

  /**
   * A topic.
   *
   * @param number with the repository's name before it where a programme has several
   * @param source where the issue stands; empty where that is not known
   * @param work what was done on it so far
   */
  public record Line(
      String number, String title, String link, String source, List<String> labels, String work) {}

  static BacklogPage of(Glance glance, Freshness freshness) {
    Map<String, Long> sessions = bySlug(glance, NoteKind.INTERVIEW);
    Map<String, Long> findings = bySlug(glance, NoteKind.FINDING);
    List<Topic> topics = glance.newest().snapshot().topics();
    List<Group> groups =
        Stream.of(TopicState.values())
            .map(
                state ->
                    new Group(
                        Words.say(state == TopicState.OPEN ? "topic.open" : "topic.closed"),
                        topics.stream()
                            .filter(topic -> topic.state() == state)
                            .map(topic -> line(topic, glance, sessions, findings))
                            .toList()))
            .filter(group -> !group.topics().isEmpty())
            .toList();
    long open = topics.stream().filter(topic -> topic.state() == TopicState.OPEN).count();
    return new BacklogPage(
        glance.programme().title(),
        topics.isEmpty() ? "" : Words.say("backlog.counted", open, topics.size() - open),
        groups,
        freshness);
  }

  private static Map<String, Long> bySlug(Glance glance, NoteKind kind) {
    return glance.notes(kind).stream()
        .map(Note::topics)
        .flatMap(topics -> topics.stream().distinct())
        .collect(Collectors.groupingBy(slug -> slug, TreeMap::new, Collectors.counting()));
  }

  private static Line line(
      Topic topic, Glance glance, Map<String, Long> sessions, Map<String, Long> findings) {
    boolean isShown = glance.isAdmitted(topic);
    return new Line(
        topic.slug(),
        glance.title(topic),
        glance.link(topic),
        Glance.source(topic),
        isShown ? topic.labels() : List.of(),
        work(topic, glance, sessions, findings));
  }

  private static String work(
      Topic topic, Glance glance, Map<String, Long> sessions, Map<String, Long> findings) {
    String opened = Words.say("topic.opened", glance.dates().day(topic.openedAt()));
    String closed =
        topic
            .closedAt()
            .filter(at -> topic.state() == TopicState.CLOSED)
            .map(at -> ", " + Words.say("topic.closed.on", glance.dates().day(at)))
            .orElse("");
    return opened
        + closed
        + ", "
        + Words.count("topic.sessions", sessions.getOrDefault(topic.slug(), 0L))
        + ", "
        + Words.count("topic.findings", findings.getOrDefault(topic.slug(), 0L));
  }
}
