package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.note.NoteKind;
import dev.fortnight.topic.Topic;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The page of each topic. */
final class TopicPages {

  private final CheckedResearch research;
  private final ResearchGraph graph;
  private final Tree tree;
  private final Frame frame;
  private final Links links;
  private final Words words;
  private final Messages messages;

  TopicPages(
      CheckedResearch research,
      ResearchGraph graph,
      Tree tree,
      Frame frame,
      Links links,
      Words words,
      Messages messages) {
    this.research = research;
    this.graph = graph;
    this.tree = tree;
    this.frame = frame;
    this.links = links;
    this.words = words;
    this.messages = messages;
  }

  List<Page> pages() {
    return research.topics().stream()
        .map(t -> new Page(t.address(), "topic", () -> links.foreign(t.body()), () -> data(t)))
        .toList();
  }

  private Map<String, Object> data(CheckedTopic checked) {
    Topic topic = checked.content();
    Map<String, Object> page = frame.page(checked.address(), "topic", topic.title());
    page.put("description", checked.body().summary());
    page.put("section", words.topicsLink());
    page.put("number", topic.number());
    page.put("state", Cards.state(topic.state()));
    page.put("state_text", words.state(topic.state()));
    page.put("labels", topic.labels());
    topic.url().filter(TopicPages::isWeb).ifPresent(url -> page.put("github_url", url.toString()));
    page.put("opened_text", day(topic.openedAt()));
    topic.closedAt().ifPresent(closed -> page.put("closed_text", day(closed)));
    page.put("history", history(topic));
    page.put("feed_url", Feeds.file(checked.address()));
    page.put("interviews", links(checked, NoteKind.INTERVIEW));
    page.put("findings", links(checked, NoteKind.FINDING));
    page.put("weeknotes", links(checked, NoteKind.WEEKNOTE));
    page.put("assumptions", links(checked, NoteKind.ASSUMPTION));
    if (tree instanceof Tree.Edition edition) {
      page.put("changed_in", edition.changedIn().get("topics/" + topic.slug()));
    }
    return page;
  }

  /** What the backlog keeps of it, oldest first. */
  private List<Map<String, Object>> history(Topic topic) {
    List<Map<String, Object>> history = new ArrayList<>();
    history.add(Map.of("date_text", day(topic.openedAt()), "text", messages.say("topic.opened")));
    topic
        .closedAt()
        .ifPresent(at -> history.add(Map.of("date_text", day(at), "text", closed(topic))));
    return history;
  }

  private String closed(Topic topic) {
    return switch (topic.stateReason().orElse("")) {
      case "completed" -> messages.say("topic.completed");
      case "not_planned" -> messages.say("topic.not_planned");
      case "duplicate" -> messages.say("topic.duplicate");
      default -> messages.say("topic.closed");
    };
  }

  static boolean isWeb(URI url) {
    return "https".equals(url.getScheme()) || "http".equals(url.getScheme());
  }

  private String day(Instant instant) {
    return words.day(instant.atZone(research.programme().cycle().zone()).toLocalDate());
  }

  private List<Map<String, Object>> links(CheckedTopic topic, NoteKind kind) {
    List<CheckedNote> notes = graph.notesOn(topic, kind);
    return Cards.links(notes);
  }
}
