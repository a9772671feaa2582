package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.topic.RemovedTopic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page at the address of each topic that is gone: it says when and why, and nothing of what it
 * was. Any theme can show it, as it is a page of running text.
 */
final class RemovedTopicPages {

  private final CheckedResearch research;
  private final Frame frame;
  private final Words words;
  private final Messages messages;
  private final Set<String> slugs = new HashSet<>();

  RemovedTopicPages(CheckedResearch research, Frame frame, Words words, Messages messages) {
    this.research = research;
    this.frame = frame;
    this.words = words;
    this.messages = messages;
    research.topics().forEach(topic -> slugs.add(topic.content().slug()));
  }

  List<Page> pages() {
    return research.removedTopics().stream()
        .map(topic -> new Page(topic.address(), "page", () -> text(topic), () -> data(topic)))
        .toList();
  }

  private Map<String, Object> data(RemovedTopic topic) {
    String title = messages.say("topic.removed.title", topic.slug());
    Map<String, Object> page = frame.page(topic.address(), "removed-topic", title);
    page.put("description", messages.say("topic.removed.description"));
    page.put("noindex", true);
    if (!research.topics().isEmpty()) {
      page.put("section", words.topicsLink());
    }
    return page;
  }

  private String text(RemovedTopic topic) {
    String day = words.day(topic.at().atZone(research.programme().cycle().zone()).toLocalDate());
    String text = paragraph(messages.say("topic.removed." + topic.reason().word(), day));
    return text + topic.movedTo().filter(slugs::contains).map(to -> moved(topic, to)).orElse("");
  }

  private String moved(RemovedTopic topic, String to) {
    String link =
        "<a href=\""
            + Links.escaped(frame.root(topic.address()) + "topics/" + to + "/")
            + "\">"
            + Links.escaped(messages.say("topic.removed.title", to))
            + "</a>";
    String[] around = messages.say("topic.removed.moved").split("%s", 2);
    return "<p>"
        + Links.escaped(around[0])
        + link
        + (around.length > 1 ? Links.escaped(around[1]) : "")
        + "</p>\n";
  }

  private static String paragraph(String text) {
    return "<p>" + Links.escaped(text) + "</p>\n";
  }
}
