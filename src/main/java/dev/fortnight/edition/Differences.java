package dev.fortnight.edition;

import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.note.NoteKind;
import dev.fortnight.site.Messages;
import dev.fortnight.site.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells a tree from an edition before it: what is new, changed, gone or as it was. Only what has,
 * or had, a page is listed.
 */
final class Differences {

  /** Of one item; whoever wants to see all of them reads the page. */
  private static final int MOST_PASSAGES = 12;

  /**
   * Of one item. The words stand in both editions; all of them once more in each difference made
   * the branch grow faster than the pages did.
   */
  private static final int MOST_WORDS = 40;

  private static final Pattern BEGINNING =
      Pattern.compile("\\S+(?:\\s+\\S+){0," + (MOST_WORDS - 1) + "}+");

  private final CheckedResearch research;
  private final Optional<SignedEdition> before;
  private final Function<String, Item> contents;
  private final Messages messages;

  /**
   * @param research of the tree
   * @param before the edition that it is compared with
   * @param contents the stored item with a hash
   */
  Differences(
      CheckedResearch research, Optional<SignedEdition> before, Function<String, Item> contents) {
    this.research = research;
    this.before = before;
    this.contents = contents;
    this.messages = Messages.of(research.programme().language());
  }

  /**
   * @param hashes of what the tree holds, by key
   */
  Tree.Difference of(Map<String, String> hashes) {
    Map<String, String> then = pages(before);
    SortedMap<String, PublicText> now = texts();
    List<Tree.Change> added = new ArrayList<>();
    List<Tree.Change> changed = new ArrayList<>();
    List<Tree.Change> removed = new ArrayList<>();
    List<Tree.Change> carried = new ArrayList<>();
    Set<String> retitled = new HashSet<>();
    now.forEach(
        (key, text) -> {
          if (!then.containsKey(key)) {
            added.add(new Tree.Change(key, text.title()));
          } else if (then.get(key).equals(hashes.get(key))) {
            carried.add(new Tree.Change(key, text.title()));
          } else {
            Item before = contents.apply(then.get(key));
            changed.add(changed(key, before, text));
            if (!before.title().equals(text.title())) {
              retitled.add(key);
            }
          }
        });
    then.forEach(
        (key, hash) -> {
          if (!now.containsKey(key)) {
            removed.add(new Tree.Change(key, gone(key, hash)));
          }
        });
    return new Tree.Difference(
        before.map(SignedEdition::number),
        new Headlines(research, before).write(added, retitled),
        List.copyOf(added),
        List.copyOf(changed),
        List.copyOf(removed),
        List.copyOf(carried));
  }

  /** Hashes of what had a page, by key; what was merely quoted had none. */
  private static SortedMap<String, String> pages(Optional<SignedEdition> edition) {
    return edition.stream()
        .flatMap(signed -> signed.items().stream())
        .filter(item -> item.page().isPresent())
        .collect(
            Collectors.toMap(
                SignedEdition.SignedItem::key,
                SignedEdition.SignedItem::hash,
                (a, b) -> a,
                TreeMap::new));
  }

  /**
   * A session that is gone may have been withdrawn, and an issue deleted for what it said, so
   * nothing is said of what they were.
   */
  private String gone(String key, String hash) {
    if (key.startsWith(NoteKind.INTERVIEW.folder() + "/")) {
      return messages.say("edition.session");
    }
    return key.startsWith("topics/")
        ? messages.say("topic.removed.title", key.substring("topics/".length()))
        : contents.apply(hash).title();
  }

  private Tree.Change changed(String key, Item then, PublicText now) {
    List<Tree.Passage> passages =
        WordDifference.between(PublicText.of(then.content()).blocks(), now.blocks()).stream()
            .map(passage -> now.isSpoken() ? withoutRemoved(passage) : passage)
            .map(this::safe)
            .distinct()
            .toList();
    int shown = shown(passages);
    List<Tree.Passage> first =
        passages.subList(0, shown).stream().map(Differences::shortened).toList();
    return new Tree.Change(key, now.title(), first, passages.size() - shown);
  }

  /** The first passage is shown whatever it takes. */
  private static int shown(List<Tree.Passage> passages) {
    int shown = 0;
    int words = 0;
    while (shown < Math.min(passages.size(), MOST_PASSAGES) && words < MOST_WORDS) {
      words += passages.get(shown++).runs().stream().mapToInt(run -> count(run.text())).sum();
    }
    return shown;
  }

  /** What was rewritten word by word is one passage; its runs share what is shown of it. */
  private static Tree.Passage shortened(Tree.Passage passage) {
    List<Tree.Run> runs = new ArrayList<>();
    int words = 0;
    for (Tree.Run run : passage.runs()) {
      if (words >= 2 * MOST_WORDS) {
        runs.add(new Tree.Run(Tree.Run.Kind.KEPT, "…"));
        break;
      }
      String text = shortened(run.text());
      runs.add(new Tree.Run(run.kind(), text));
      words += count(text);
    }
    return new Tree.Passage(List.copyOf(runs));
  }

  /** Cut between two words. */
  private static String shortened(String text) {
    Matcher start = BEGINNING.matcher(text);
    return start.lookingAt() && start.end() < text.length() ? start.group() + " …" : text;
  }

  /** What was taken out of a session may have been taken out because somebody asked for it. */
  private Tree.Passage withoutRemoved(Tree.Passage passage) {
    return new Tree.Passage(
        passage.runs().stream()
            .map(
                run ->
                    run.kind() == Tree.Run.Kind.REMOVED
                        ? new Tree.Run(
                            Tree.Run.Kind.UNSHOWN,
                            messages.count("edition.words", count(run.text())))
                        : run)
            .toList());
  }

  private static int count(String text) {
    return text.split("\\s+").length;
  }

  /** What is found today in words that were approved then is not repeated. */
  private Tree.Passage safe(Tree.Passage passage) {
    String whole =
        passage.runs().stream().map(Tree.Run::text).collect(Collectors.joining(" ")).strip();
    boolean leaks =
        passage.runs().stream().anyMatch(run -> !research.leaks(run.text()).isEmpty())
            || !research.leaks(whole).isEmpty();
    return leaks
        ? new Tree.Passage(
            List.of(new Tree.Run(Tree.Run.Kind.UNSHOWN, messages.say("edition.passage"))))
        : passage;
  }

  private SortedMap<String, PublicText> texts() {
    SortedMap<String, PublicText> texts = new TreeMap<>();
    for (CheckedNote note : research.notes()) {
      texts.put(note.content().path(), PublicText.of(note.content()));
    }
    for (CheckedTopic topic : research.topics()) {
      texts.put("topics/" + topic.content().slug(), PublicText.of(topic.content()));
    }
    for (CheckedData data : research.data()) {
      texts.put(data.content().path(), PublicText.of(DataItems.of(data.content())));
    }
    return texts;
  }
}
