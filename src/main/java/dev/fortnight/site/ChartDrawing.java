package dev.fortnight.site;

import dev.fortnight.note.DataSet;
import dev.fortnight.site.data.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Places the marks of a chart; its layout draws them. Measures are the picture's own units. */
final class ChartDrawing {

  private static final int WIDTH = 600;
  private static final int BAR_ROW = 60;
  private static final int LINE_HEIGHT = 300;
  private static final int EDGE = 40;
  private static final int ROOM_FOR_NUMBERS = 80;

  /** More bars than this are read in the table. */
  private static final int MOST_BARS = 40;

  private static final int MOST_POINTS = 400;
  private static final int LONGEST_LABEL = 40;

  private ChartDrawing() {}

  /** Empty where a row has no number or there are too many. */
  static Optional<Map<String, Object>> of(DataSet data, DataSet.Chart chart, Messages messages) {
    boolean isBar = chart.kind() == DataSet.Chart.Kind.BAR;
    List<Double> numbers = new ArrayList<>();
    for (List<String> row : data.rows()) {
      Cell.number(row.get(chart.y())).ifPresent(numbers::add);
    }
    boolean isWhole = numbers.size() == data.rows().size();
    if (!isWhole || numbers.size() > (isBar ? MOST_BARS : MOST_POINTS)) {
      return Optional.empty();
    }
    int highest = numbers.indexOf(numbers.stream().max(Double::compare).orElseThrow());
    int lowest = numbers.indexOf(numbers.stream().min(Double::compare).orElseThrow());
    Map<String, Object> drawing = new LinkedHashMap<>();
    drawing.put("kind", isBar ? "bar" : "line");
    drawing.put("width", WIDTH);
    drawing.put(
        "text",
        messages.say(
            isBar ? "data.bars" : "data.line",
            data.header().get(chart.y()),
            data.header().get(chart.x()),
            data.rows().get(highest).get(chart.x()),
            data.rows().get(highest).get(chart.y()),
            data.rows().get(lowest).get(chart.x()),
            data.rows().get(lowest).get(chart.y())));
    drawing.put("measure", data.header().get(chart.y()));
    drawing.putAll(
        isBar ? bars(data, chart, numbers) : line(data, chart, numbers, highest, lowest));
    return Optional.of(drawing);
  }

  private static Map<String, Object> bars(DataSet data, DataSet.Chart chart, List<Double> numbers) {
    double least = Math.min(0, numbers.stream().min(Double::compare).orElseThrow());
    double most = Math.max(0, numbers.stream().max(Double::compare).orElseThrow());
    double unit = (WIDTH - ROOM_FOR_NUMBERS) / Math.max(most - least, 1e-9);
    List<Map<String, Object>> bars = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      double number = numbers.get(i);
      double start = (Math.min(0, number) - least) * unit;
      double length = Math.max(1, Math.abs(number) * unit);
      bars.add(
          Map.of(
              "label", shortened(data.rows().get(i).get(chart.x())),
              "value", data.rows().get(i).get(chart.y()),
              "label_y", BAR_ROW * i + 24,
              "y", BAR_ROW * i + 32,
              "x", measure(start),
              "length", measure(length),
              "value_x", measure(start + length + 8),
              "value_y", BAR_ROW * i + 47));
    }
    return Map.of("bars", bars, "height", BAR_ROW * numbers.size());
  }

  private static Map<String, Object> line(
      DataSet data, DataSet.Chart chart, List<Double> numbers, int highest, int lowest) {
    double least = Math.min(0, numbers.get(lowest));
    double span = Math.max(numbers.get(highest) - least, 1e-9);
    double step = (double) (WIDTH - 2 * EDGE) / Math.max(1, numbers.size() - 1);
    StringJoiner points = new StringJoiner(" ");
    for (int i = 0; i < numbers.size(); i++) {
      double y = LINE_HEIGHT - EDGE - (numbers.get(i) - least) / span * (LINE_HEIGHT - 2 * EDGE);
      points.add(measure(EDGE + i * step) + "," + measure(y));
    }
    List<String> first = data.rows().get(0);
    List<String> last = data.rows().get(data.rows().size() - 1);
    return Map.of(
        "points",
        points.toString(),
        "height",
        LINE_HEIGHT,
        "base_y",
        LINE_HEIGHT - EDGE,
        "label_y",
        LINE_HEIGHT - EDGE + 24,
        "first",
        shortened(first.get(chart.x())),
        "last",
        shortened(last.get(chart.x())),
        "top",
        data.rows().get(highest).get(chart.y()),
        "end_x",
        WIDTH - EDGE);
  }

  private static String shortened(String label) {
    int length = label.codePointCount(0, label.length());
    return length <= LONGEST_LABEL
        ? label
        : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
  }

  private static String measure(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
