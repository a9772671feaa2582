package dev.fortnight.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Gathers where the keys and values of one text stand. SnakeYAML takes more characters for line
 * breaks than editors do, so lines and columns are counted here.
 */
final class YamlPlaces {

  private final int[] text;
  private final int[] starts;
  private final List<YamlPlace> places = new ArrayList<>();

  YamlPlaces(String text) {
    this.text = text.codePoints().toArray();
    this.starts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, this.text.length)
                    .filter(i -> this.text[i] == '\n')
                    .map(i -> i + 1))
            .toArray();
  }

  void add(String path, String numbered, boolean isKey, ScalarNode node) {
    int from = node.getStartMark().getIndex();
    int line = line(from);
    int to = Math.min(node.getEndMark().getIndex(), written(line));
    places.add(
        new YamlPlace(
            path,
            numbered,
            isKey,
            node.getValue(),
            line + 1,
            from - starts[line] + 1,
            Math.max(from, to) - starts[line] + 1));
  }

  /** The line of a mark, from 1. */
  int line(Mark mark) {
    return line(mark.getIndex()) + 1;
  }

  /** The line of an offset, from 0. */
  private int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** Where the text of a line ends. */
  private int written(int line) {
    int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length;
    while (end > starts[line] && Character.isWhitespace(text[end - 1])) {
      end--;
    }
    return end;
  }

  List<YamlPlace> all() {
    return List.copyOf(places);
  }

  /** The line of each key; of the last one where several elements of a list have it. */
  Map<String, Integer> lines() {
    Map<String, Integer> lines = new LinkedHashMap<>();
    places.stream()
        .filter(YamlPlace::isKey)
        .forEach(place -> lines.put(place.path(), place.line()));
    return lines;
  }
}
