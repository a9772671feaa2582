package dev.fortnight.site;

import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Assumptions by sessions: what each session says of each assumption, as a picture and a table. */
final class MatrixPage {

  static final String ADDRESS = "evidence/";
  static final String LAYOUT = "matrix";

  /** More columns than this nobody reads; the newest sessions are shown. */
  private static final int MOST_SESSIONS = 40;

  /** In the picture's own units: a label stands above its marks, so that it fits a phone. */
  private static final int CELL = 44;

  private static final int HEAD = 34;
  private static final int FIRST_LINE = 24;
  private static final int LINE = 19;

  /** From the last line of a label to its marks, and from these to the end of the row. */
  private static final int MARKS = 28;

  private static final int BELOW = 20;

  /** A longer label is read in the table. */
  private static final int MOST_LINES = 3;

  private static final int NARROWEST = 400;
  private static final int TOTALS = 60;
  private static final double CHARACTER = 7.4;

  private static final Comparator<Note> OLDEST_FIRST =
      Comparator.comparing((Note note) -> note.date().orElse(LocalDate.MIN))
          .thenComparing(Note::path);

  private final CheckedResearch research;
  private final Map<String, List<CheckedEvidence>> bySession;
  private final ResearchGraph graph;
  private final Frame frame;
  private final Words words;
  private final Messages messages;

  MatrixPage(
      CheckedResearch research, ResearchGraph graph, Frame frame, Words words, Messages messages) {
    this.research = research;
    this.bySession =
        research.evidence().values().stream()
            .collect(Collectors.groupingBy(evidence -> evidence.source().path()));
    this.graph = graph;
    this.frame = frame;
    this.words = words;
    this.messages = messages;
  }

  /** None where no evidence speaks of an assumption. */
  Optional<Page> page() {
    return sessions().isEmpty()
        ? Optional.empty()
        : Optional.of(new Page(ADDRESS, LAYOUT, () -> "", this::data));
  }

  /** The sessions that say something of an assumption; of some only quotations may be shown. */
  private List<CheckedEvidence> sessions() {
    Map<String, CheckedEvidence> sessions = new LinkedHashMap<>();
    research.evidence().values().stream()
        .filter(evidence -> !graph.assumptions(evidence).isEmpty())
        .sorted(Comparator.comparing(CheckedEvidence::source, OLDEST_FIRST))
        .forEach(evidence -> sessions.putIfAbsent(evidence.source().path(), evidence));
    return List.copyOf(sessions.values());
  }

  private Map<String, Object> data() {
    List<CheckedEvidence> all = sessions();
    List<CheckedEvidence> shown = all.subList(Math.max(0, all.size() - MOST_SESSIONS), all.size());
    List<CheckedNote> assumptions = research.notes(NoteKind.ASSUMPTION);
    Map<String, Object> page = frame.page(ADDRESS, LAYOUT, messages.say("matrix.title"));
    page.put("description", messages.say("matrix.lede"));
    page.put("section", words.sectionLink(NoteKind.ASSUMPTION));
    if (shown.size() < all.size()) {
      page.put("shown_text", messages.say("matrix.newest", shown.size(), all.size()));
    }
    List<Map<String, Object>> columns = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      columns.add(column(shown.get(i), i));
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    int top = HEAD;
    for (CheckedNote assumption : assumptions) {
      List<String> label = label(assumption.content().title(), width(shown));
      rows.add(row(assumption, shown, label, top));
      top += height(label);
    }
    page.put("columns", columns);
    page.put("rows", rows);
    page.put("totals", totals(shown, assumptions));
    int width = width(shown);
    page.put("width", width);
    page.put("height", top + 2 * HEAD);
    page.put("totals_label_y", top + 22);
    page.put("totals_y", top + 48);
    page.put("totals_rule_y", top);
    page.put("total_x", width - TOTALS / 2);
    page.put("description_text", messages.say("matrix.picture", assumptions.size(), shown.size()));
    return page;
  }

  private static int width(List<CheckedEvidence> sessions) {
    return Math.max(NARROWEST, CELL * sessions.size() + TOTALS);
  }

  private Map<String, Object> column(CheckedEvidence first, int index) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("number", index + 1);
    column.put("x", CELL * index + CELL / 2);
    column.put("method_text", words.method(first.method()));
    first.date().ifPresent(date -> column.put("month_text", words.month(date)));
    first.role().ifPresent(role -> column.put("role", role));
    first.council().ifPresent(council -> column.put("council", council));
    research.note(first.source().path()).map(Cards::link).ifPresent(column::putAll);
    return column;
  }

  private Map<String, Object> row(
      CheckedNote assumption, List<CheckedEvidence> sessions, List<String> label, int top) {
    Map<String, Object> row = new LinkedHashMap<>(Cards.link(assumption));
    row.put("y", top + height(label) - BELOW);
    row.put("rule_y", top);
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < label.size(); i++) {
      lines.add(Map.of("y", top + FIRST_LINE + LINE * i, "text", label.get(i)));
    }
    row.put("label", lines);
    List<Map<String, Object>> cells = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      cells.add(cell(assumption, sessions.get(i), CELL * i + CELL / 2));
    }
    row.put("cells", cells);
    Stances whole = new Stances(0, 0);
    for (CheckedEvidence session : sessions) {
      whole = whole.plus(stances(assumption, of(session)));
    }
    row.put("total", whole.shorthand());
    row.put("total_text", whole.words(messages));
    return row;
  }

  private Map<String, Object> cell(CheckedNote assumption, CheckedEvidence session, int x) {
    Stances stances = stances(assumption, of(session));
    return Map.of("x", x, "kind", stances.kind(), "text", stances.words(messages));
  }

  private List<Map<String, Object>> totals(
      List<CheckedEvidence> sessions, List<CheckedNote> assumptions) {
    List<Map<String, Object>> totals = new ArrayList<>();
    for (int i = 0; i < sessions.size(); i++) {
      Stances sum = new Stances(0, 0);
      for (CheckedNote assumption : assumptions) {
        sum = sum.plus(stances(assumption, of(sessions.get(i))));
      }
      totals.add(
          Map.of(
              "x", CELL * i + CELL / 2,
              "total", sum.shorthand(),
              "text", sum.words(messages)));
    }
    return totals;
  }

  private List<CheckedEvidence> of(CheckedEvidence session) {
    return bySession.get(session.source().path());
  }

  /** How many pieces of evidence are for and against. */
  private record Stances(int supporting, int contradicting) {

    Stances plus(Stances more) {
      return new Stances(supporting + more.supporting, contradicting + more.contradicting);
    }

    String kind() {
      if (supporting > 0 && contradicting > 0) {
        return "both";
      }
      return supporting > 0 ? "supports" : contradicting > 0 ? "contradicts" : "none";
    }

    /** {@code 3/1}: three for, one against. */
    String shorthand() {
      return supporting + "/" + contradicting;
    }

    String words(Messages messages) {
      return switch (kind()) {
        case "both" -> messages.say("assumption.counts", supporting, contradicting);
        case "supports" -> messages.say("matrix.for", supporting);
        case "contradicts" -> messages.say("matrix.against", contradicting);
        default -> "";
      };
    }
  }

  private static Stances stances(CheckedNote assumption, Collection<CheckedEvidence> evidence) {
    String slug = assumption.content().slug();
    int supporting = 0;
    int contradicting = 0;
    for (CheckedEvidence one : evidence) {
      supporting += one.content().supports().contains(slug) ? 1 : 0;
      contradicting += one.content().contradicts().contains(slug) ? 1 : 0;
    }
    return new Stances(supporting, contradicting);
  }

  private static int height(List<String> label) {
    return FIRST_LINE + LINE * (label.size() - 1) + MARKS + BELOW;
  }

  /** A title in lines that fit the picture. */
  private static List<String> label(String title, int width) {
    int most = (int) (width / CHARACTER);
    List<String> lines = new ArrayList<>();
    String rest = title;
    while (length(rest) > most && lines.size() < MOST_LINES - 1) {
      String start = rest.substring(0, rest.offsetByCodePoints(0, most));
      int space = start.lastIndexOf(' ');
      lines.add(space > 0 ? start.substring(0, space) : start);
      rest = rest.substring(space > 0 ? space + 1 : start.length());
    }
    boolean fits = length(rest) <= most;
    lines.add(fits ? rest : rest.substring(0, rest.offsetByCodePoints(0, most - 1)) + "…");
    return lines;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
