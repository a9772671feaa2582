package dev.fortnight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How long a preview takes to rebuild after one note changed, from the change to the last page
 * written. By hand: {@code PreviewMeasurement PROGRAMME OUT RUNS body|title|body,title}, the last
 * of which takes turns. The note is put back.
 */
final class PreviewMeasurement {

  private PreviewMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    Path programme = Path.of(arguments[0]);
    PreviewBuild preview = PreviewBuildTest.preview(programme, Path.of(arguments[1]));
    int runs = Integer.parseInt(arguments[2]);
    List<String> kinds = List.of(arguments[3].split(","));
    preview.run(Instant.now(), Optional.empty());
    Path note = note(programme);
    String text = Files.readString(note);
    String current = text;
    Map<String, List<Run>> late = new TreeMap<>();
    try {
      for (int run = 0; run < runs * kinds.size(); run++) {
        String kind = kinds.get(run % kinds.size());
        current = changed(current, kind, run);
        Files.writeString(note, current);
        Run measured = measured(preview, note);
        if (run >= runs * kinds.size() / 2) {
          late.computeIfAbsent(kind, any -> new ArrayList<>()).add(measured);
        }
      }
    } finally {
      Files.writeString(note, text);
    }
    late.forEach((kind, of) -> tell(kind, programme.relativize(note), of));
  }

  private record Run(long micros, Duration cpu, int made) {}

  private static Run measured(PreviewBuild preview, Path note) {
    Duration spent = cpu();
    long start = System.nanoTime();
    FolderWatch.Changes changes = new FolderWatch.Changes(Set.of(note), false);
    int made = preview.run(Instant.now(), Optional.of(changes)).made();
    return new Run((System.nanoTime() - start) / 1_000, cpu().minus(spent), made);
  }

  private static void tell(String kind, Path note, List<Run> runs) {
    long[] micros = runs.stream().mapToLong(Run::micros).sorted().toArray();
    System.out.printf(
        "%s of %s changed: %.1f ms in the median of the last %d, %.1f ms at least, %.1f ms of a"
            + " processor, %d pages made%n",
        kind,
        note,
        micros[micros.length / 2] / 1e3,
        micros.length,
        micros[0] / 1e3,
        runs.stream().mapToLong(run -> run.cpu().toMillis()).average().orElseThrow(),
        runs.get(runs.size() - 1).made());
  }

  private static String changed(String text, String kind, int run) {
    return kind.equals("title")
        ? text.replaceFirst("(?m)^title:.*$", "title: Another title " + run)
        : text.replaceFirst("\\n\\nChange \\d+\\.\\n\\z", "") + "\n\nChange " + run + ".\n";
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  /** The one in the middle. */
  private static Path note(Path programme) throws IOException {
    try (Stream<Path> files = Files.walk(programme.resolve("research"))) {
      List<Path> notes =
          files
              .filter(file -> file.toString().endsWith(".md"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      return notes.get(notes.size() / 2);
    }
  }
}
