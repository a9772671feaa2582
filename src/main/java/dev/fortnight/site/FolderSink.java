package dev.fortnight.site;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a tree into a folder. Each file appears whole; what is already there with the same bytes
 * keeps its time stamp; what the tree no longer has is removed, if an earlier run wrote it. Nothing
 * else in the folder is touched, and no symbolic link in it is followed. What a killed run left is
 * put right by the next.
 */
public final class FolderSink implements KeepingSink {

  /** Lists what Fortnight wrote, so that a wrong {@code --out} never empties somebody's home. */
  public static final String MARK = ".fortnight-site";

  /** Files on their way, at the root and not beside their places: the next run knows them there. */
  private static final String ON_ITS_WAY = MARK + "-";

  private static final Pattern PART =
      Pattern.compile(Pattern.quote(ON_ITS_WAY) + "(\\d{1,18})-\\d+");

  private static final AtomicInteger PARTS = new AtomicInteger();

  private final Path folder;
  private final Path mark;

  /** Everything that is written is among them. */
  private final Set<String> earlier;

  private final Set<String> written;
  private final Set<Path> plainFolders = ConcurrentHashMap.newKeySet();

  /** Whether the mark lists what there was and no more, as {@link #writeMark} would. */
  private volatile boolean isMarkInOrder;

  /** What the mark held when it was opened, or was given last. */
  private byte[] marked;

  private boolean isFinished;

  /**
   * @param earlier may be added to
   */
  private FolderSink(Path folder, Path mark, byte[] marked, Set<String> earlier) {
    this.folder = folder;
    this.mark = mark;
    this.marked = marked;
    this.earlier = earlier;
    this.written = ConcurrentHashMap.newKeySet(Math.max(16, earlier.size()));
  }

  /**
   * @param folder made when absent
   * @throws ProblemException if it holds something else, or cannot be written
   */
  public static FolderSink open(Path folder) {
    return open(folder, Optional.empty());
  }

  private static FolderSink open(Path folder, Optional<FolderSink> before) {
    try {
      Files.createDirectories(folder);
      Path real = folder.toRealPath();
      Path mark = real.resolve(MARK);
      if (!Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS)) {
        refuseForeign(folder, real);
        Files.createFile(mark);
      }
      removeParts(real);
      byte[] marked = Files.readAllBytes(mark);
      Optional<FolderSink> last = before.filter(sink -> sink.hasLeft(real, marked));
      FolderSink sink =
          new FolderSink(
              real,
              mark,
              marked,
              last.map(done -> done.written).orElseGet(ConcurrentHashMap::newKeySet));
      sink.isMarkInOrder = last.isPresent();
      if (last.isEmpty()) {
        sink.readMark();
      }
      return sink;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * The same for a programme's site.
   *
   * @throws ProblemException also if the folder is the programme's, or holds it
   */
  public static FolderSink open(Path folder, Path programmeFolder) {
    return open(folder, programmeFolder, Optional.empty());
  }

  /**
   * The same after another one.
   *
   * @param before what it wrote need not be read again; nobody may use it any more
   */
  public static FolderSink open(Path folder, Path programmeFolder, Optional<FolderSink> before) {
    try {
      Path programme = programmeFolder.toRealPath();
      boolean isOver = Files.exists(folder) && programme.startsWith(folder.toRealPath());
      if (isOver || folder.toAbsolutePath().normalize().startsWith(programme.resolve("research"))) {
        throw new ProblemException(
            folder + " holds the programme, or is part of its research",
            "Name a folder for the site alone.");
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return open(folder, before);
  }

  /** Whether the folder is as this one left it, by its list of files. */
  private boolean hasLeft(Path place, byte[] mark) {
    return isFinished && place.equals(folder) && Arrays.equals(mark, marked);
  }

  private static void refuseForeign(Path folder, Path real) throws IOException {
    try (var entries = Files.list(real)) {
      if (entries.findAny().isPresent()) {
        throw new ProblemException(
            folder + " holds files that Fortnight did not put there",
            "Name an empty or a new folder.");
      }
    }
  }

  private static ProblemException unwritable(Path path, IOException cause) {
    return new ProblemException(
        path + " cannot be written", "Check its permissions and the space left.", cause);
  }

  /** Leaves those of a build that is still at work. */
  private static void removeParts(Path folder) throws IOException {
    ProcessHandle own = ProcessHandle.current();
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ON_ITS_WAY + "*")) {
      for (Path part : parts) {
        Matcher name = PART.matcher(part.getFileName().toString());
        if (name.matches()
            && ProcessHandle.of(Long.parseLong(name.group(1)))
                .filter(process -> process.isAlive() && !process.equals(own))
                .isEmpty()) {
          Files.deleteIfExists(part);
        }
      }
    }
  }

  /**
   * A run that was killed while it wrote may have left the beginning of a path, which is not one.
   */
  private void readMark() throws IOException {
    int end = marked.length;
    while (end > 0 && marked[end - 1] != '\n') {
      end--;
    }
    String text = new String(marked, StandardCharsets.UTF_8);
    List<String> paths = new String(marked, 0, end, StandardCharsets.UTF_8).lines().toList();
    earlier.addAll(paths);
    isMarkInOrder = areInOrder(paths) && lines(paths).equals(text);
    if (end < marked.length) {
      writeMark(earlier);
    }
  }

  private static boolean areInOrder(List<String> paths) {
    boolean areInOrder = true;
    for (int at = 1; areInOrder && at < paths.size(); at++) {
      areInOrder = paths.get(at - 1).compareTo(paths.get(at)) < 0;
    }
    return areInOrder;
  }

  @Override
  public HeldFiles hold() {
    Path part = part();
    try {
      return SpooledFiles.at(part);
    } catch (IOException e) {
      throw unwritable(part, e);
    }
  }

  @Override
  public void expect(Collection<String> paths) {
    paths.forEach(this::inside);
    try {
      remember(paths);
    } catch (IOException e) {
      throw unwritable(mark, e);
    }
  }

  @Override
  public void file(String path, byte[] bytes) {
    Path target = inside(path);
    written.add(path);
    try {
      if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
          && Files.size(target) == bytes.length
          && Arrays.equals(Files.readAllBytes(target), bytes)) {
        remember(List.of(path));
        return;
      }
      makeFolder(target.getParent());
      remember(List.of(path));
      replace(target, bytes);
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private Path part() {
    long process = ProcessHandle.current().pid();
    return folder.resolve(ON_ITS_WAY + process + "-" + PARTS.incrementAndGet());
  }

  /** A reader meets the old file or the new one, never a part. */
  private void replace(Path target, byte[] bytes) throws IOException {
    Path part = part();
    Files.write(part, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void kept(String path) {
    if (!earlier.contains(path)) {
      inside(path);
      earlier.add(path);
      isMarkInOrder = false;
    }
    written.add(path);
  }

  /** Where files go, without symbolic links. */
  public Path folder() {
    return folder;
  }

  /** What the tree has so far, relative to the folder. */
  public Set<String> files() {
    return Collections.unmodifiableSet(written);
  }

  private Path inside(String path) {
    Path target = folder.resolve(path).normalize();
    if (!target.startsWith(folder) || target.equals(folder) || isOwn(target)) {
      throw new IllegalArgumentException(path + " leaves the folder");
    }
    return target;
  }

  private boolean isOwn(Path target) {
    return target.equals(mark)
        || target.getParent().equals(folder)
            && target.getFileName().toString().startsWith(ON_ITS_WAY);
  }

  /** Before a file is written, so that the next run knows of it even if this one is killed. */
  private void remember(Collection<String> paths) throws IOException {
    List<String> unknown = paths.stream().filter(earlier::add).toList();
    if (!unknown.isEmpty()) {
      isMarkInOrder = false;
      synchronized (mark) {
        Files.write(mark, unknown, StandardOpenOption.APPEND);
      }
    }
  }

  private void makeFolder(Path path) throws IOException {
    if (path.equals(folder) || plainFolders.contains(path)) {
      return;
    }
    makeFolder(path.getParent());
    if (Files.isSymbolicLink(path)) {
      throw new ProblemException(
          path + " is a symbolic link, which Fortnight does not follow", "Remove it.");
    }
    Files.createDirectories(path);
    plainFolders.add(path);
  }

  /** Removes what earlier runs left and this one did not write. */
  public void finish() {
    try {
      if (earlier.size() > written.size()) {
        removeOthers();
      }
      if (!isMarkInOrder) {
        writeMark(written);
      }
      isFinished = true;
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private void removeOthers() throws IOException {
    for (String path : earlier) {
      if (!written.contains(path)) {
        isMarkInOrder = false;
        remove(inside(path));
      }
    }
  }

  private static String lines(List<String> paths) {
    return paths.stream().map(path -> path + "\n").collect(Collectors.joining());
  }

  private void writeMark(Collection<String> paths) throws IOException {
    byte[] bytes = lines(paths.stream().sorted().toList()).getBytes(StandardCharsets.UTF_8);
    if (!Arrays.equals(Files.readAllBytes(mark), bytes)) {
      replace(mark, bytes);
    }
    marked = bytes;
  }

  private void remove(Path file) throws IOException {
    for (Path above = file.getParent(); !above.equals(folder); above = above.getParent()) {
      if (Files.isSymbolicLink(above)) {
        return;
      }
    }
    Files.deleteIfExists(file);
    for (Path above = file.getParent(); !above.equals(folder); above = above.getParent()) {
      // one that is gone was removed by a run that was killed before it came to the next
      if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
        if (!Files.isDirectory(above) || !isEmpty(above)) {
          return;
        }
        Files.delete(above);
      }
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }
}
