package dev.fortnight.web;

import dev.fortnight.check.Publication;
import dev.fortnight.edition.ItemState;
import dev.fortnight.edition.Review;
import dev.fortnight.note.Consent;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.Severity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All notes of one kind, or of all kinds, the newest first.
 *
 * @param found how many there are, a sentence
 * @param unreadable files that could not be read at all
 * @param older the address of the page after this one; empty where there is none
 * @param newer the address of the page before this one; empty where there is none
 */
public record NotesPage(
    String programme,
    List<Choice> kinds,
    String found,
    List<Line> notes,
    List<String> unreadable,
    String older,
    String newer,
    Freshness freshness) {

  private static final int LINES = 100;

  /** A kind of notes that can be chosen. */
  public record Choice(String name, String address, boolean isChosen) {}

  /**
   * A note.
   *
   * @param state where it stands in the review, or why nothing of it is published
   * @param style the state's name in the stylesheet
   * @param facts its kind, day, consent and how many problems it has
   */
  public record Line(
      String title, String link, String path, String state, String style, String facts) {}

  /**
   * @param kind a folder; any other word stands for all kinds
   * @param page 1 is the newest
   */
  static NotesPage of(Glance glance, String kind, int page, Freshness freshness) {
    Optional<NoteKind> chosen = NoteKind.ofFolder(kind);
    List<Note> notes =
        glance.notes().stream()
            .filter(note -> chosen.isEmpty() || note.kind() == chosen.get())
            .sorted(
                Comparator.comparing((Note note) -> note.date().orElse(LocalDate.MIN))
                    .reversed()
                    .thenComparing(Note::path))
            .toList();
    int pages = Math.max(1, (notes.size() + LINES - 1) / LINES);
    int shown = Math.min(Math.max(1, page), pages);
    Map<String, List<Problem>> problems =
        glance.standing().problems().stream()
            .collect(Collectors.groupingBy(problem -> problem.location().file()));
    String folder = chosen.map(NoteKind::folder).orElse("");
    return new NotesPage(
        glance.programme().title(),
        kinds(chosen),
        Words.count("notes.found", notes.size())
            + (pages > 1 ? " " + Words.say("notes.page", shown, pages) : ""),
        notes.subList((shown - 1) * LINES, Math.min(shown * LINES, notes.size())).stream()
            .map(note -> line(note, glance, problems.getOrDefault(note.file(), List.of())))
            .toList(),
        glance.newest().unreadable().stream()
            .filter(path -> path.startsWith(folder))
            .map(path -> glance.names().shown("research/" + path))
            .sorted()
            .toList(),
        shown < pages ? address(folder, shown + 1) : "",
        shown > 1 ? address(folder, shown - 1) : "",
        freshness);
  }

  private static List<Choice> kinds(Optional<NoteKind> chosen) {
    return Stream.concat(
            Stream.of(new Choice(Words.say("notes.all"), "/notes", chosen.isEmpty())),
            Stream.of(NoteKind.values())
                .map(
                    kind ->
                        new Choice(
                            Words.say("kind." + kind.folder()),
                            "/notes?kind=" + kind.folder(),
                            chosen.filter(one -> one == kind).isPresent())))
        .toList();
  }

  private static String address(String folder, int page) {
    return "/notes?kind=" + folder + "&page=" + page;
  }

  private static Line line(Note note, Glance glance, List<Problem> problems) {
    Optional<ItemState> state =
        glance.standing().review().entry(note.path()).map(Review.Entry::state);
    return new Line(
        glance.title(note),
        glance.link(note),
        glance.names().shown(note.file()),
        state.map(NotesPage::word).orElseGet(() -> leftOut(problems)),
        state.map(NotesPage::style).orElse("held"),
        facts(note, glance, problems));
  }

  private static String word(ItemState state) {
    if (state instanceof ItemState.Open open) {
      return Words.say(open.why() == ItemState.Why.NEW ? "notes.state.new" : "notes.state.changed");
    }
    if (state instanceof ItemState.Held) {
      return Words.say("notes.state.held");
    }
    return Words.say("notes.state.approved");
  }

  private static String style(ItemState state) {
    if (state instanceof ItemState.Open) {
      return "open";
    }
    return state instanceof ItemState.Held ? "held" : "approved";
  }

  private static String leftOut(List<Problem> problems) {
    boolean isFaulty = problems.stream().anyMatch(one -> one.severity() == Severity.ERROR);
    return Words.say(isFaulty ? "notes.state.faulty" : "notes.state.unpublished");
  }

  private static String facts(Note note, Glance glance, List<Problem> problems) {
    Stream<String> consent =
        Publication.needsConsent(note)
            ? Stream.of(
                Publication.consent(note)
                    .map(Consent::word)
                    .map(word -> Words.say("notes.consent." + word))
                    .orElseGet(() -> Words.say("notes.consent.none")))
            : Stream.empty();
    return Stream.of(
            Stream.of(Words.say("notes.one." + note.kind().word())),
            note.date().map(glance.dates()::day).stream(),
            consent,
            problems.isEmpty()
                ? Stream.<String>empty()
                : Stream.of(Words.count("notes.problems", problems.size())))
        .flatMap(part -> part)
        .collect(Collectors.joining(" · "));
  }
}
