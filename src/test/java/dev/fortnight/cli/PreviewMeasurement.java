package dev.fortnight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long a preview takes to rebuild after one note changed, from the change to the last page
 * written. By hand: {@code PreviewMeasurement PROGRAMME OUT RUNS body|title}. The note is put back.
 */
final class PreviewMeasurement {

  private PreviewMeasurement() {}

  public static void main(String[] arguments) throws IOException {
    Path programme = Path.of(arguments[0]);
    PreviewBuild preview = PreviewBuildTest.preview(programme, Path.of(arguments[1]));
    boolean isTitle = arguments[3].equals("title");
    preview.run(Instant.now(), Optional.empty());
    Path note = note(programme);
    String text = Files.readString(note);
    long[] micros = new long[Integer.parseInt(arguments[2])];
    int made = 0;
    Duration spent = Duration.ZERO;
    try {
      for (int run = 0; run < micros.length; run++) {
        spent = run == micros.length / 2 ? cpu() : spent;
        Files.writeString(note, isTitle ? retitled(text, run) : text + "\n\nChange " + run + ".\n");
        long start = System.nanoTime();
        FolderWatch.Changes changes = new FolderWatch.Changes(Set.of(note), false);
        made = preview.run(Instant.now(), Optional.of(changes)).made();
        micros[run] = (System.nanoTime() - start) / 1_000;
      }
    } finally {
      Files.writeString(note, text);
    }
    spent = cpu().minus(spent);
    long[] late = Arrays.copyOfRange(micros, micros.length / 2, micros.length);
    Arrays.sort(late);
    System.out.printf(
        "%s of %s changed: %.1f ms in the median of the last %d, %.1f ms at least, %.1f ms of a"
            + " processor, %d pages made%n",
        arguments[3],
        programme.relativize(note),
        late[late.length / 2] / 1e3,
        late.length,
        late[0] / 1e3,
        spent.toMillis() / (double) late.length,
        made);
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

  private static String retitled(String text, int run) {
    return text.replaceFirst("(?m)^title:.*$", "title: Another title " + run);
  }
}
