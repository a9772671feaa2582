package dev.fortnight.privacy;

import dev.fortnight.check.Illustration;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All detectors over 1,000 notes of about 640 words. The aim is 0.3 s of CPU: the search runs at
 * each check, and again over each page. {@code mvn -Pbenchmarks test-compile exec:exec} runs it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
@Fork(1)
public class DetectorsBenchmark {

  private static final int NOTES = 1000;
  private static final int WORDS = 640;

  @Param({"10", "10000"})
  public int people;

  private final List<String> notes = new ArrayList<>();
  private PersonalDataSearch search;

  /**
   * On a machine that does other work too, the processor's time says more than the clock's. JMH
   * shows the sum over the measured runs.
   */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Processor {
    public double milliseconds;
  }

  @Setup
  public void write() {
    for (int seed = 0; seed < NOTES; seed++) {
      notes.add(note(new InnocentProse(new Random(seed))));
    }
    search = PersonalDataSearch.of(new Illustration().snapshot().programme(), register());
  }

  /** Front matter, headings, a link, a quotation, and figures in one of four paragraphs. */
  private static String note(InnocentProse prose) {
    StringBuilder note = new StringBuilder("---\nconsent: public\nparticipants: [P07]\n---\n");
    int words = 0;
    for (int part = 0; words < WORDS; part++) {
      int before = note.length();
      note.append("\n## Part ").append(part + 1).append("\n\n");
      note.append(part % 4 == 3 ? prose.sentencesWithFigures(5) : prose.sentences(5));
      note.append("\n\nSee [the *list*](https://example.org/lists/").append(part).append("/).\n");
      note.append("\n> ").append(prose.sentences(1).strip()).append("\n{: #q").append(part);
      note.append(" .evidence}\n");
      words += note.substring(before).split("\\s+").length;
    }
    return note.toString();
  }

  private Register register() {
    List<Participant> register = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < people; i++) {
      register.add(
          new Participant(
              "P" + i,
              name(random) + " " + name(random),
              List.of(name(random)),
              Optional.empty(),
              Optional.of("county architect"),
              Optional.of(name(random) + " County Council"),
              Optional.empty(),
              List.of("p" + i + "@fernshire.example"),
              List.of("01632 960%03d".formatted(i % 1000)),
              List.of()));
    }
    return new Register(register);
  }

  /** Of syllables, so that it is rarely a word. */
  private static String name(Random random) {
    String[] syllables = {"Bra", "den", "Mil", "lo", "Kes", "ra", "Ton", "vi", "Hal", "wyn", "Os"};
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      name.append(syllables[random.nextInt(syllables.length)]);
    }
    return name.charAt(0) + name.substring(1).toLowerCase();
  }

  @Benchmark
  public int all(Processor processor) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    int finds = 0;
    for (String note : notes) {
      finds += search.in(note).size();
    }
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    processor.milliseconds = spent / 1e6;
    return finds;
  }
}
