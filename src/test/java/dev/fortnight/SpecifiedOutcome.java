package dev.fortnight;

import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.Checker;
import dev.fortnight.check.Illustration;
import dev.fortnight.check.Publication;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.check.Snapshot;
import dev.fortnight.check.Weight;
import dev.fortnight.note.DataSet;
import dev.fortnight.note.Link;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteConfiguration;
import dev.fortnight.note.NoteKind;
import dev.fortnight.note.NoteReader;
import dev.fortnight.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What comes of an example's files, in the words that the specification has for it. */
final class SpecifiedOutcome {

  /** The examples say so at the top of their pages. */
  private static final String NOW = "2026-11-20T12:00:00Z";

  private final Map<String, Optional<Note>> own = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private NoteConfiguration configuration = NoteConfiguration.NONE;
  private final Snapshot snapshot;
  private final Checker.Result result;
  private final ResearchGraph graph;

  private SpecifiedOutcome(SpecificationExample example) {
    Illustration illustration = new Illustration().now(NOW);
    for (int number : new int[] {2, 5}) {
      illustration.topic(number, "Illustrative", "");
    }
    example.given().forEach(file -> read(illustration, file));
    example.files().forEach(file -> own.put(file.path(), read(illustration, file)));
    own.remove("research/programme.yml");
    own.remove(NoteConfiguration.FILE);
    own.keySet().removeIf(path -> path.startsWith("research/data/"));
    snapshot = illustration.snapshot().without(unreadable());
    result = Checker.check(snapshot);
    graph = result.research().graph();
    problems.addAll(result.problems());
    problems.sort(null);
  }

  private Set<String> unreadable() {
    return own.entrySet().stream()
        .filter(file -> file.getValue().isEmpty())
        .map(file -> file.getKey().substring("research/".length()))
        .collect(Collectors.toSet());
  }

  private Optional<Note> read(Illustration illustration, SpecificationExample.File file) {
    if (file.path().equals("research/programme.yml")) {
      illustration.programme(file.text());
      return Optional.empty();
    }
    if (file.path().equals(NoteConfiguration.FILE)) {
      configuration = NoteConfiguration.of(file.text().getBytes(StandardCharsets.UTF_8));
      problems.addAll(configuration.problems());
      illustration.configuration(configuration);
      return Optional.empty();
    }
    String path = file.path().substring("research/".length());
    byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
    if (path.startsWith("data/")) {
      illustration.media(path, bytes);
      return Optional.empty();
    }
    NoteReader.Result read = new NoteReader().read(path, bytes, configuration.of(path));
    if (read instanceof NoteReader.Result.Refused refused) {
      problems.add(refused.problem());
      return Optional.empty();
    }
    illustration.note(path, file.text());
    return Optional.of(((NoteReader.Result.Read) read).note());
  }

  static String of(SpecificationExample example) {
    if (example.page().equals("personal-data.md")) {
      return SpecifiedFinds.of(example);
    }
    SpecifiedOutcome outcome = new SpecifiedOutcome(example);
    List<String> lines =
        switch (example.page()) {
          case "front-matter.md" -> outcome.frontMatter();
          case "markdown.md" -> outcome.html();
          case "addresses.md" -> outcome.addresses();
          case "consent.md" -> outcome.publications();
          case "evidence.md" -> outcome.evidence();
          case "data.md" -> outcome.data();
          default -> throw new IllegalArgumentException(example.page());
        };
    boolean isHtml = example.page().equals("markdown.md");
    Stream<String> said =
        outcome.problems.stream()
            .filter(problem -> problem.isError() || !isHtml)
            .map(Illustration::line);
    return Stream.concat(lines.stream(), said).collect(Collectors.joining("\n"));
  }

  private List<String> html() {
    return notes()
        .map(note -> note.prose().html(SpecifiedOutcome::asWritten))
        .map(html -> html.strip().replaceAll("\\n{2,}", "\n"))
        .toList();
  }

  private static Optional<String> asWritten(Link link) {
    return Optional.of(link.target().replace("&", "&amp;").replace("\"", "&quot;"));
  }

  private List<String> frontMatter() {
    List<String> lines = publications();
    notes()
        .forEach(
            note -> {
              lines.add("title: " + note.title());
              note.date().ifPresent(date -> lines.add("date: " + date));
              add(lines, "tags", note.frontMatter().words("tags"));
              add(lines, "topics", note.topics());
              if (note.frontMatter().has("description") || note.frontMatter().has("excerpt")) {
                lines.add("description: " + note.description());
              }
            });
    return lines;
  }

  private List<String> data() {
    List<String> lines = new ArrayList<>();
    for (CheckedData checked : result.research().data()) {
      DataSet data = checked.content();
      lines.add(checked.address() + ": " + data.title());
      data.source().ifPresent(source -> lines.add("source: " + source));
      data.licence().ifPresent(licence -> lines.add("licence: " + licence));
      if (data.isIllustrative()) {
        lines.add("illustrative");
      }
      data.columns().forEach(column -> lines.add(column.name() + ": " + column.description()));
      data.chart()
          .map(
              chart ->
                  "chart: %s of %s for each %s"
                      .formatted(
                          chart.kind().name().toLowerCase(Locale.ROOT),
                          data.header().get(chart.y()),
                          data.header().get(chart.x())))
          .ifPresent(lines::add);
      lines.add("rows: " + data.rows().size());
    }
    return lines;
  }

  private static void add(List<String> lines, String name, List<String> values) {
    if (!values.isEmpty()) {
      lines.add(name + ": " + String.join(", ", values));
    }
  }

  private List<String> addresses() {
    List<String> lines = new ArrayList<>();
    own.forEach(
        (path, note) ->
            note.flatMap(read -> result.research().note(read.path()))
                .map(CheckedNote::address)
                .ifPresent(address -> lines.add(labelled(path, address))));
    return lines;
  }

  private List<String> publications() {
    List<String> lines = new ArrayList<>();
    own.forEach((path, note) -> lines.add(labelled(path, word(note))));
    return lines;
  }

  private String word(Optional<Note> note) {
    boolean isRefused =
        note.isEmpty()
            || problems.stream()
                .anyMatch(
                    problem ->
                        problem.isError() && problem.location().file().equals(note.get().file()));
    Publication publication =
        isRefused ? Publication.NOTHING : Publication.of(note.get(), snapshot);
    return switch (publication) {
      case PAGE -> "page";
      case QUOTED -> "quoted";
      case NOTHING -> "nothing";
    };
  }

  /** With several files each line says which one it is about. */
  private String labelled(String path, String word) {
    return own.size() == 1 ? word : path + ": " + word;
  }

  private List<String> evidence() {
    List<String> lines = new ArrayList<>();
    notes()
        .flatMap(note -> note.evidence().stream())
        .map(mark -> result.research().evidence().get(mark.reference()))
        .filter(Objects::nonNull)
        .distinct()
        .forEach(evidence -> lines.addAll(quoted(evidence)));
    notes()
        .map(note -> result.research().note(note.path()))
        .flatMap(Optional::stream)
        .forEach(note -> lines.addAll(conclusion(note)));
    return lines;
  }

  private List<String> quoted(CheckedEvidence evidence) {
    List<String> lines = new ArrayList<>();
    lines.add(evidence.content().reference());
    evidence.content().participant().ifPresent(name -> lines.add("participant: " + name));
    add(lines, "supports", evidence.content().supports());
    add(lines, "contradicts", evidence.content().contradicts());
    lines.add(evidence.content().quotation().html(SpecifiedOutcome::asWritten));
    return lines;
  }

  private List<String> conclusion(CheckedNote note) {
    String name = note.content().reference();
    if (note.content().kind() == NoteKind.ASSUMPTION) {
      return List.of(name + ": " + graph.state(note).name().toLowerCase(Locale.ROOT));
    }
    if (note.content().kind() != NoteKind.FINDING) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(name + ": " + words(graph.weight(note)));
    for (ResearchGraph.Cited cited : graph.evidence(note)) {
      lines.add(
          cited.stance().name().toLowerCase(Locale.ROOT)
              + ": "
              + cited.evidence().content().reference());
    }
    if (graph.withheld(note) > 0) {
      lines.add("withheld: " + graph.withheld(note));
    }
    return lines;
  }

  private static String words(Weight weight) {
    return "%s, %d of %d (people %d, methods %d, contradicting %d)"
        .formatted(
            weight.label(),
            weight.marks(),
            Weight.MOST,
            weight.people(),
            weight.methods(),
            weight.contradicting());
  }

  private Stream<Note> notes() {
    return own.values().stream().flatMap(Optional::stream);
  }
}
