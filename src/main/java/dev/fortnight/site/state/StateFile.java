package dev.fortnight.site.state;

import dev.fortnight.note.Sha256;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.Severity;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.site.PageInputs;
import dev.fortnight.site.state.BuildState.Period;
import dev.fortnight.site.state.BuildState.Summary;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Where the state of builds into one folder is kept: in {@code .fortnight/} of the programme. It
 * can be deleted at any time; one that is damaged is as good as none.
 */
public final class StateFile {

  private static final String FOLDER = ".fortnight";

  /** Another form has another one. */
  private static final byte[] FORM = "fortnight build 3\n".getBytes(StandardCharsets.UTF_8);

  /** A check sum of all before it stands at the end: what is damaged is not read. */
  private static final int SUM = Long.BYTES;

  private static final int BUFFER = 1 << 16;

  private final Path file;

  private StateFile(Path file) {
    this.file = file;
  }

  /**
   * @param out the folder that is built into
   */
  public static StateFile of(Path programme, Path out) {
    byte[] place = out.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
    return new StateFile(
        programme.resolve(FOLDER).resolve("build-" + Sha256.of(place).substring(0, 16)));
  }

  /** What the last build left; empty where there is none, or none that can be trusted. */
  public Optional<BuildState> read() {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      return Optional.empty();
    }
    int end = bytes.length - SUM;
    if (end < FORM.length) {
      return Optional.empty();
    }
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, end);
    return ByteBuffer.wrap(bytes).getLong(end) == sum.getValue()
        ? read(new ByteArrayInputStream(bytes, 0, end))
        : Optional.empty();
  }

  private static Optional<BuildState> read(ByteArrayInputStream state) {
    try (DataInputStream in = new DataInputStream(state)) {
      return Arrays.equals(in.readNBytes(FORM.length), FORM)
          ? Optional.of(state(in))
          : Optional.empty();
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static BuildState state(DataInputStream in) throws IOException {
    return new BuildState(
        in.readUTF(),
        in.readUTF(),
        new Period(Instant.parse(in.readUTF()), Instant.parse(in.readUTF())),
        texts(in),
        in.readBoolean(),
        texts(in),
        new Summary(in.readInt(), in.readInt(), problems(in)),
        pages(in.readAllBytes()));
  }

  /** Most of a state, which a build that has nothing to do does not ask for. */
  private static Supplier<SortedMap<String, PageInputs>> pages(byte[] bytes) {
    return () -> {
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
        SortedMap<String, PageInputs> pages = new TreeMap<>();
        for (int count = in.readInt(); count > 0; count--) {
          pages.put(in.readUTF(), new PageInputs(in.readUTF(), in.readUTF()));
        }
        return pages;
      } catch (IOException e) {
        return Collections.emptySortedMap(); // another program's, so all pages are made
      }
    };
  }

  private static SortedMap<String, String> texts(DataInputStream in) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (int count = in.readInt(); count > 0; count--) {
      texts.put(in.readUTF(), in.readUTF());
    }
    return texts;
  }

  private static List<Problem> problems(DataInputStream in) throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      Severity severity = Severity.valueOf(in.readUTF());
      String check = in.readUTF();
      SourceLocation place = new SourceLocation(in.readUTF(), in.readInt());
      if (in.readBoolean()) {
        place = SourceLocation.columns(place.file(), place.line(), in.readInt(), in.readInt());
      }
      problems.add(new Problem(severity, check, place, in.readUTF(), in.readUTF()));
    }
    return problems;
  }

  /**
   * Puts a state in the place of the one before, whole or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public void write(BuildState state) throws IOException {
    Files.createDirectories(file.getParent());
    Path ignored = file.resolveSibling(".gitignore");
    if (Files.notExists(ignored)) {
      Files.writeString(ignored, "*\n");
    }
    // always the same name, so that a build that was killed leaves at most one
    Path partial = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(partial);
    writeTo(partial, state);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writeTo(Path partial, BuildState state) throws IOException {
    CRC32 sum = new CRC32();
    try (OutputStream file = Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW);
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new CheckedOutputStream(file, sum), BUFFER))) {
      out.write(FORM);
      write(state, out);
      out.flush();
      file.write(ByteBuffer.allocate(SUM).putLong(sum.getValue()).array());
    }
  }

  private static void write(BuildState state, DataOutputStream out) throws IOException {
    out.writeUTF(state.maker());
    out.writeUTF(state.search());
    out.writeUTF(state.period().from().toString());
    out.writeUTF(state.period().until().toString());
    write(state.sources(), out);
    out.writeBoolean(state.areSettled());
    write(state.outputs(), out);
    Summary summary = state.summary();
    out.writeInt(summary.notes());
    out.writeInt(summary.pages());
    out.writeInt(summary.problems().size());
    for (Problem problem : summary.problems()) {
      write(problem, out);
    }
    SortedMap<String, PageInputs> pages = state.pages().get();
    out.writeInt(pages.size());
    for (Map.Entry<String, PageInputs> page : pages.entrySet()) {
      out.writeUTF(page.getKey());
      out.writeUTF(page.getValue().whole());
      out.writeUTF(page.getValue().parts());
    }
  }

  private static void write(Map<String, String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      out.writeUTF(text.getKey());
      out.writeUTF(text.getValue());
    }
  }

  private static void write(Problem problem, DataOutputStream out) throws IOException {
    SourceLocation place = problem.location();
    out.writeUTF(problem.severity().name());
    out.writeUTF(problem.check());
    out.writeUTF(place.file());
    out.writeInt(place.line());
    out.writeBoolean(place.columns().isPresent());
    if (place.columns().isPresent()) {
      out.writeInt(place.columns().get().first());
      out.writeInt(place.columns().get().end());
    }
    out.writeUTF(problem.what());
    out.writeUTF(problem.remedy());
  }
}
