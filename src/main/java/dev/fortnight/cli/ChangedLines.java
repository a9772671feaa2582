package dev.fortnight.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** The lines of one file that have changed, numbered from 1. */
final class ChangedLines {

  static final ChangedLines ALL = new ChangedLines(line -> true);
  static final ChangedLines NONE = new ChangedLines(line -> false);

  /** No note is as long. */
  private static final int LONGEST = 10 * 1024 * 1024;

  private final IntPredicate lines;

  private ChangedLines(IntPredicate lines) {
    this.lines = lines;
  }

  /**
   * The lines of a file that an older version does not have.
   *
   * @param before the older version's object
   */
  static ChangedLines between(Repository git, ObjectId before, Path file) throws IOException {
    try {
      return between(git.open(before).getCachedBytes(LONGEST), Files.readAllBytes(file));
    } catch (LargeObjectException e) {
      return ALL;
    }
  }

  /** Where lines went without others in their place, those beside the gap have changed. */
  static ChangedLines between(byte[] before, byte[] after) {
    BitSet changed = new BitSet();
    for (Edit edit :
        new HistogramDiff().diff(RawTextComparator.DEFAULT, lines(before), lines(after))) {
      boolean isGap = edit.getLengthB() == 0;
      changed.set(edit.getBeginB() + (isGap ? 0 : 1), edit.getEndB() + (isGap ? 2 : 1));
    }
    return new ChangedLines(changed::get);
  }

  /** With the line breaks that problems are counted by; git knows only one of them. */
  private static RawText lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replaceAll("\\r\\n?", "\n");
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }

  boolean contain(int line) {
    return line >= 0 && lines.test(line);
  }
}
