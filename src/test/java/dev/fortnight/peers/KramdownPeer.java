package dev.fortnight.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Names in notes, compared with stock kramdown: who leaves for Jekyll keeps them. */
class KramdownPeer {

  @TestFactory
  Stream<DynamicTest> namesStandOnTheSameBlocks() throws IOException {
    List<PeerExample> examples = new ArrayList<>(PeerExample.of("attribute-blocks.md"));
    examples.addAll(PeerExample.ofSpecification("evidence.md"));
    examples.addAll(PeerExample.ofNotes(Path.of("research")));
    return compared(
        examples,
        List.of(Kramdown.Dialect.values()),
        NamedBlock::ofKramdown,
        text -> NamedBlock.ofOurs(text, note(text)));
  }

  @TestFactory
  Stream<DynamicTest> headingsHaveTheIdsThatJekyllGivesThem() throws IOException {
    List<PeerExample> examples = new ArrayList<>(PeerExample.of("headings.md"));
    examples.addAll(PeerExample.ofNotes(Path.of("research")));
    return compared(
        examples,
        List.of(Kramdown.Dialect.GFM),
        (text, html) -> headings(html),
        text -> headings(note(text).prose().html(link -> Optional.of("x"))));
  }

  private interface Reading<T> {
    List<T> of(String text);
  }

  private static <T> Stream<DynamicTest> compared(
      List<PeerExample> examples,
      List<Kramdown.Dialect> dialects,
      BiFunction<String, String, List<T>> theirs,
      Reading<T> ours) {
    List<String> texts = examples.stream().map(PeerExample::text).toList();
    Map<Kramdown.Dialect, List<String>> html = new TreeMap<>();
    dialects.forEach(dialect -> html.put(dialect, Kramdown.reading(dialect).html(texts)));
    return examples.stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.name(),
                    () -> {
                      int number = examples.indexOf(example);
                      Map<Kramdown.Dialect, List<T>> expected = new TreeMap<>();
                      Map<Kramdown.Dialect, List<T>> actual = new TreeMap<>();
                      for (Kramdown.Dialect dialect : dialects) {
                        String rendered = html.get(dialect).get(number);
                        expected.put(dialect, theirs.apply(example.text(), rendered));
                        actual.put(dialect, ours.of(example.text()));
                      }
                      if (example.difference().isPresent()) {
                        assertThat(actual).as("differs no more").isNotEqualTo(expected);
                      } else {
                        assertThat(actual).as(example.text()).isEqualTo(expected);
                      }
                    }));
  }

  private static List<String> headings(String html) {
    return Jsoup.parse(html).select("h1, h2, h3, h4, h5, h6").stream()
        .map(heading -> heading.id() + ": " + heading.text())
        .toList();
  }

  private static Note note(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ((NoteReader.Result.Read) new NoteReader().read("interviews/a.md", bytes)).note();
  }
}
