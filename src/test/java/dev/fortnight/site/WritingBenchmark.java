package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Checker;
import dev.fortnight.check.Illustration;
import dev.fortnight.check.ResearchGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One page through its layouts, and a thousand pages into an empty folder. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WritingBenchmark {

  private static final int PAGES = 1000;

  private final Layouts layouts = new Layouts(Theme.bundled());
  private Map<String, Object> data;
  private String content;
  private byte[] page;
  private Path folder;

  @Setup
  public void prepare() {
    CheckedResearch research = Checker.check(new Illustration().snapshot()).research();
    Theme theme = Theme.bundled();
    Messages messages = Messages.of(theme, research.programme().language());
    Tree tree = new Tree.Working(false);
    Frame frame = new Frame(research, tree, messages);
    Words words = new Words(research.programme().language(), messages);
    ResearchGraph graph = research.graph();
    Links links = new Links(research, Set.of(), theme.ids());
    Cards cards = new Cards(research, graph, links, words, messages, TreeParts.none());
    CheckedNote note = research.notes().get(0);
    data =
        Map.of(
            "page",
            new NotePages(research, graph, tree, frame, cards, words, messages).data(note),
            "site",
            frame.site(
                new SectionPages(research, frame, cards, words, messages, TreeParts.none())
                    .navigation()));
    content = links.own(note.content(), frame.root(note.address()), new PartMemory<>(false));
    page = layout().getBytes(StandardCharsets.UTF_8);
  }

  @Setup(Level.Invocation)
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("fortnight-benchmark");
  }

  @TearDown(Level.Invocation)
  public void removeFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      deepestFirst.forEach(WritingBenchmark::remove);
    }
  }

  private static void remove(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Benchmark
  public String layout() {
    return layouts.render("interview", data, content);
  }

  @Benchmark
  public FolderSink write() {
    FolderSink sink = FolderSink.open(folder);
    for (int i = 0; i < PAGES; i++) {
      sink.file("interviews/" + i + "/index.html", page);
    }
    sink.finish();
    return sink;
  }
}
