package dev.fortnight.edition;

import dev.fortnight.note.Markdown;
import dev.fortnight.note.MarkdownTexts;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.topic.Topic;
import dev.fortnight.topic.TopicState;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * What a reader sees of an item's own words, one block (heading, paragraph, list item, cell) after
 * the other.
 *
 * @param isSpoken whether it is a session's, whose people may have asked for words to be taken out
 */
record PublicText(String title, List<String> blocks, boolean isSpoken) {

  /** Of the theme, its files' names with the beginnings of their hashes. */
  static PublicText of(ItemContent content) {
    if (content instanceof ItemContent.OfTopic topic) {
      return of(topic.topic());
    }
    if (content instanceof ItemContent.OfNote note) {
      return of(Approved.note(note));
    }
    if (content instanceof ItemContent.OfProgramme programme) {
      List<String> blocks = new ArrayList<>();
      programme.values().forEach((key, value) -> blocks.add(key + ": " + value));
      return new PublicText(content.title(), List.copyOf(blocks), false);
    }
    if (content instanceof ItemContent.OfTheme theme) {
      List<String> blocks = new ArrayList<>();
      theme.files().forEach((path, hash) -> blocks.add(path + " " + hash.substring(0, 12)));
      return new PublicText(content.title(), List.copyOf(blocks), false);
    }
    if (content instanceof ItemContent.OfData data) {
      List<String> blocks = new ArrayList<>(data.described().lines().toList());
      blocks.addAll(data.csv().lines().toList());
      return new PublicText(content.title(), List.copyOf(blocks), false);
    }
    throw new IllegalStateException("an item of no known kind");
  }

  static PublicText of(Note note) {
    List<String> blocks = new ArrayList<>();
    blocks.add(note.title());
    note.frontMatter().text("description").ifPresent(blocks::add);
    if (note.kind() == NoteKind.FINDING) {
      note.frontMatter().text("confidence").ifPresent(word -> blocks.add("Confidence: " + word));
    }
    blocks.addAll(blocks(note.prose().slotted()));
    return new PublicText(note.title(), List.copyOf(blocks), note.kind() == NoteKind.INTERVIEW);
  }

  static PublicText of(Topic topic) {
    List<String> blocks = new ArrayList<>();
    blocks.add(topic.title());
    blocks.add("State: " + (topic.state() == TopicState.OPEN ? "open" : "closed"));
    if (!topic.labels().isEmpty()) {
      blocks.add("Labels: " + String.join(", ", topic.labels()));
    }
    blocks.addAll(body(topic));
    return new PublicText(topic.title(), List.copyOf(blocks), false);
  }

  /** A text that was approved under older rules may be too much for the ones of today. */
  private static List<String> body(Topic topic) {
    try {
      return blocks(MarkdownTexts.render(topic.body()).slotted());
    } catch (Markdown.TooComplexException e) {
      return topic.body().lines().filter(line -> !line.isBlank()).map(String::strip).toList();
    }
  }

  /** The text of HTML, a block each. */
  private static List<String> blocks(String html) {
    Blocks blocks = new Blocks();
    NodeTraversor.traverse(blocks, Jsoup.parseBodyFragment(html).body());
    blocks.end();
    return blocks.ended;
  }

  private static final class Blocks implements NodeVisitor {

    private final List<String> ended = new ArrayList<>();
    private final StringBuilder block = new StringBuilder();

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        block.append(text.getWholeText());
      } else if (node instanceof Element element) {
        boundary(element);
        if (element.hasAttr("alt")) {
          block.append(' ').append(element.attr("alt")).append(' ');
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        boundary(element);
      }
    }

    private void boundary(Element element) {
      if (element.isBlock() || element.nameIs("br")) {
        end();
      }
    }

    private void end() {
      String text = block.toString().strip().replaceAll("\\s+", " ");
      block.setLength(0);
      if (!text.isEmpty()) {
        ended.add(text);
      }
    }
  }
}
