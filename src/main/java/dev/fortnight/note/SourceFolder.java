package dev.fortnight.note;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.SourceLocation;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code research/} of a programme's folder. Symbolic links are not followed. */
public final class SourceFolder implements MediaSource {

  /** Larger pictures don't belong on a page that is read on a phone. */
  private static final long LARGEST_FILE = 10L * 1024 * 1024;

  private final Path folder;
  private static final Pattern DATA =
      Pattern.compile(".*\\.(?:csv|tsv|json|geojson|txt|ya?ml|xml|md)", Pattern.CASE_INSENSITIVE);

  private final Path research;

  public SourceFolder(Path programmeFolder) {
    this.folder = programmeFolder.toAbsolutePath().normalize();
    this.research = folder.resolve("research");
  }

  /**
   * The notes of a folder by path, and what kept others from being read.
   *
   * @throws ProblemException if the folder cannot be listed
   */
  public Notes notes() {
    return notes(NoteMemory.none());
  }

  /** The same; what is remembered and has not changed is not read again. */
  public Notes notes(NoteMemory memory) {
    return notes(memory, Progress.SILENT);
  }

  /** The same, told how far it is. */
  public Notes notes(NoteMemory memory, Progress progress) {
    NoteReader reader = new NoteReader();
    NoteConfiguration configuration = NoteConfiguration.in(folder);
    List<Problem> problems = new ArrayList<>(configuration.problems());
    NoteMemory.Listing listing = memory.listing(this::isPlainFile).orElseGet(this::listing);
    memory.keep(listing);
    problems.addAll(listing.problems());
    List<String> paths = listing.paths();
    AtomicInteger done = new AtomicInteger();
    List<NoteReader.Result> results =
        paths.parallelStream()
            .map(
                path -> {
                  NoteReader.Result result = read(reader, path, configuration.of(path), memory);
                  progress.at(done.incrementAndGet(), paths.size());
                  return result;
                })
            .toList();
    memory.settle();
    List<Note> notes = new ArrayList<>();
    for (NoteReader.Result result : results) {
      if (result instanceof NoteReader.Result.Read read) {
        notes.add(read.note());
      } else if (result instanceof NoteReader.Result.Refused refused) {
        problems.add(refused.problem());
      }
    }
    return new Notes(List.copyOf(notes), List.copyOf(problems));
  }

  private NoteReader.Result read(
      NoteReader reader, String path, NoteDefaults defaults, NoteMemory memory) {
    Optional<NoteReader.Result> untouched = memory.untouched(path, defaults);
    if (untouched.isPresent()) {
      return untouched.get();
    }
    try {
      byte[] bytes = Files.readAllBytes(research.resolve(path));
      return memory.of(path, bytes, defaults, () -> reader.read(path, bytes, defaults));
    } catch (IOException e) {
      return new NoteReader.Result.Refused(
          Problem.error(
              "front-matter",
              SourceLocation.file("research/" + path),
              "the file cannot be read, so this note is not published",
              "Check its permissions."));
    }
  }

  private boolean isPlainFile(String path) {
    return Files.isRegularFile(research.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private NoteMemory.Listing listing() {
    List<String> paths = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try {
      Files.walkFileTree(
          research,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String path = research.relativize(file).toString().replace('\\', '/');
              if (!NoteReader.isNote(path)) {
                StrayFile.problem(path, attributes).ifPresent(problems::add);
              } else if (attributes.isRegularFile()) {
                paths.add(path);
              } else {
                problems.add(notFollowed(path));
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean isHidden = folder.getFileName().toString().startsWith(".");
              return isHidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              problems.add(
                  Problem.error(
                      "front-matter",
                      SourceLocation.file(
                          "research/" + research.relativize(file).toString().replace('\\', '/')),
                      "this cannot be read, so nothing in it is published",
                      "Check its permissions."));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new ProblemException("research/ cannot be read", "Check its permissions.", e);
    }
    paths.sort(Comparator.naturalOrder());
    return new NoteMemory.Listing(List.copyOf(paths), List.copyOf(problems));
  }

  private static Problem notFollowed(String path) {
    return Problem.error(
        "front-matter",
        SourceLocation.file("research/" + path),
        "this is a link or a special file, which Fortnight does not follow, so it is not published",
        "Put the note itself here.");
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    Optional<Path> file = file(path);
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(file.get()));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  @Override
  public List<String> data() {
    Path folder = research.resolve("data");
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> research.relativize(file).toString().replace('\\', '/'))
          .filter(path -> DATA.matcher(path).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable("data", e);
    }
  }

  @Override
  public boolean has(String path) {
    return file(path).isPresent();
  }

  private Optional<Path> file(String path) {
    try {
      Path file = research.resolve(path).normalize();
      boolean isOurs =
          file.startsWith(research)
              && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && file.toRealPath().startsWith(research.toRealPath())
              && Files.size(file) <= LARGEST_FILE;
      return isOurs ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static ProblemException unreadable(String path, IOException cause) {
    return new ProblemException(
        "research/" + path + " cannot be read", "Check its permissions.", cause);
  }
}
