package dev.fortnight.note;

import dev.fortnight.programme.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Front matter and Markdown of the demonstration's notes, all of them at each call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReadingBenchmark {

  private final List<NoteText> notes = new ArrayList<>();
  private final Markdown markdown = new FlexmarkMarkdown();

  @Setup
  public void read() throws IOException, NoteText.UnreadableException {
    try (Stream<Path> files = Files.walk(Path.of("research"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        notes.add(NoteText.of(Files.readAllBytes(file)));
      }
    }
  }

  @Benchmark
  public int frontMatter() throws StrictYaml.RefusedException {
    int keys = 0;
    for (NoteText note : notes) {
      keys += StrictYaml.read(note.yaml()).values().size();
    }
    return keys;
  }

  @Benchmark
  public int markdown() throws Markdown.TooComplexException {
    int length = 0;
    for (NoteText note : notes) {
      length += markdown.render(note.body(), note.bodyLine()).prose().slotted().length();
    }
    return length;
  }
}
