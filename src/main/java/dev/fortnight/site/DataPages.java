package dev.fortnight.site;

import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.note.DataSet;
import dev.fortnight.site.data.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A page for each table, with its chart and its download, and one that lists them. */
final class DataPages {

  static final String ADDRESS = "data/";
  static final String LAYOUT = "dataset";
  private static final String LIST = "datasets";

  /** The download has all rows. */
  private static final int MOST_ROWS = 200;

  private final CheckedResearch research;
  private final Tree tree;
  private final Frame frame;
  private final Messages messages;

  DataPages(CheckedResearch research, Tree tree, Frame frame, Messages messages) {
    this.research = research;
    this.tree = tree;
    this.frame = frame;
    this.messages = messages;
  }

  List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    if (!research.data().isEmpty()) {
      pages.add(new Page(ADDRESS, LIST, () -> "", this::list));
      research
          .data()
          .forEach(data -> pages.add(new Page(data.address(), LAYOUT, () -> "", () -> page(data))));
    }
    return pages;
  }

  private Map<String, Object> list() {
    Map<String, Object> page = frame.page(ADDRESS, LIST, messages.say("data.title"));
    page.put(
        "items",
        research.data().stream()
            .map(
                data ->
                    Map.of(
                        "title", data.content().title(),
                        "url", data.address(),
                        "description", data.content().description()))
            .toList());
    page.put("formats_url", FormatsPage.ADDRESS);
    return page;
  }

  private Map<String, Object> page(CheckedData checked) {
    DataSet data = checked.content();
    Map<String, Object> page = frame.page(checked.address(), LAYOUT, data.title());
    page.put("section", Map.of("title", messages.say("data.title"), "url", ADDRESS));
    page.put("description", data.description());
    if (data.isIllustrative()) {
      page.put("illustrative", true);
    }
    data.source().ifPresent(source -> page.put("source", source));
    data.licence().map(frame::licence).ifPresent(page::putAll);
    page.put("file", checked.file());
    page.put(
        "columns",
        data.columns().stream()
            .map(column -> Map.of("title", column.name(), "description", column.description()))
            .toList());
    page.put("header", cells(data, data.header()));
    page.put("rows", data.rows().stream().limit(MOST_ROWS).map(row -> cells(data, row)).toList());
    if (data.rows().size() > MOST_ROWS) {
      page.put("shown_text", messages.say("data.first", MOST_ROWS, data.rows().size()));
    }
    data.chart()
        .flatMap(chart -> ChartDrawing.of(data, chart, messages))
        .ifPresent(drawing -> page.put("chart", drawing));
    if (tree instanceof Tree.Edition edition) {
      page.put("changed_in", edition.changedIn().get(data.path()));
    }
    return page;
  }

  private static List<Map<String, Object>> cells(DataSet data, List<String> row) {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Map<String, Object> cell = new LinkedHashMap<>();
      cell.put("text", row.get(i));
      cell.put("numeric", isNumeric(data, i));
      cells.add(cell);
    }
    return cells;
  }

  private static boolean isNumeric(DataSet data, int column) {
    return data.rows().stream().allMatch(row -> Cell.number(row.get(column)).isPresent());
  }
}
