package dev.fortnight.edition;

import dev.fortnight.site.Tree;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** Tells two texts apart word by word, and shows each change among the words around it. */
final class WordDifference {

  /** Words that stay, before and after a change. */
  private static final int AROUND = 8;

  /** Stands between blocks; no word has a line break. */
  private static final String BREAK = "\n";

  private final List<String> before;
  private final List<String> after;
  private final List<Tree.Passage> passages = new ArrayList<>();

  private WordDifference(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * @param before blocks of text
   * @param after the same later
   * @return the places where they differ, in the order of the text
   */
  static List<Tree.Passage> between(List<String> before, List<String> after) {
    WordDifference difference = new WordDifference(words(before), words(after));
    difference.compare();
    return List.copyOf(difference.passages);
  }

  private static List<String> words(List<String> blocks) {
    List<String> words = new ArrayList<>();
    for (String block : blocks) {
      if (!words.isEmpty()) {
        words.add(BREAK);
      }
      words.addAll(List.of(block.split(" +")));
    }
    return words;
  }

  private void compare() {
    List<Edit> near = new ArrayList<>();
    for (Edit edit :
        new HistogramDiff().diff(new SameWord(), new Words(before), new Words(after))) {
      if (!near.isEmpty() && isFar(near.get(near.size() - 1), edit)) {
        passages.add(passage(near));
        near.clear();
      }
      near.add(edit);
    }
    if (!near.isEmpty()) {
      passages.add(passage(near));
    }
  }

  private boolean isFar(Edit one, Edit next) {
    List<String> kept = after.subList(one.getEndB(), next.getBeginB());
    return kept.size() > 2 * AROUND || kept.contains(BREAK);
  }

  private Tree.Passage passage(List<Edit> edits) {
    List<Tree.Run> runs = new ArrayList<>();
    add(runs, Tree.Run.Kind.KEPT, lead(edits.get(0).getBeginB()));
    int at = edits.get(0).getBeginB();
    for (Edit edit : edits) {
      add(runs, Tree.Run.Kind.KEPT, text(after, at, edit.getBeginB()));
      add(runs, Tree.Run.Kind.REMOVED, text(before, edit.getBeginA(), edit.getEndA()));
      add(runs, Tree.Run.Kind.ADDED, text(after, edit.getBeginB(), edit.getEndB()));
      at = edit.getEndB();
    }
    add(runs, Tree.Run.Kind.KEPT, trail(at));
    return new Tree.Passage(List.copyOf(runs));
  }

  private static void add(List<Tree.Run> runs, Tree.Run.Kind kind, String text) {
    if (!text.isEmpty()) {
      runs.add(new Tree.Run(kind, text));
    }
  }

  /** The words before a place, within its block. */
  private String lead(int end) {
    int start = end;
    while (start > 0 && end - start < AROUND && !after.get(start - 1).equals(BREAK)) {
      start--;
    }
    boolean isCut = start > 0 && !after.get(start - 1).equals(BREAK);
    return (isCut && start < end ? "… " : "") + text(after, start, end);
  }

  /** The words after a place, within its block. */
  private String trail(int start) {
    int end = start;
    while (end < after.size() && end - start < AROUND && !after.get(end).equals(BREAK)) {
      end++;
    }
    boolean isCut = end < after.size() && !after.get(end).equals(BREAK);
    return text(after, start, end) + (isCut && start < end ? " …" : "");
  }

  private static String text(List<String> words, int start, int end) {
    return String.join(" ", words.subList(start, end)).replace(" \n ", "\n").strip();
  }

  private static final class Words extends Sequence {

    private final List<String> words;

    Words(List<String> words) {
      this.words = words;
    }

    @Override
    public int size() {
      return words.size();
    }
  }

  private static final class SameWord extends SequenceComparator<Words> {

    @Override
    public boolean equals(Words a, int ai, Words b, int bi) {
      return a.words.get(ai).equals(b.words.get(bi));
    }

    @Override
    public int hash(Words words, int at) {
      return words.words.get(at).hashCode();
    }
  }
}
