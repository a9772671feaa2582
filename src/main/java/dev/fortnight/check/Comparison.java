package dev.fortnight.check;

import dev.fortnight.note.Note;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Compares two states of a programme's research by what its pages show. */
final class Comparison {

  private final CheckedResearch earlier;
  private final CheckedResearch now;
  private final Set<String> changed = new HashSet<>();
  private final Set<String> renamed = new HashSet<>();

  Comparison(CheckedResearch earlier, CheckedResearch now) {
    this.earlier = earlier;
    this.now = now;
  }

  /** See {@link CheckedResearch#changeSince}. */
  Optional<ResearchChange> change() {
    boolean isRestAsBefore =
        now.programme().equals(earlier.programme())
            && areAlike(CheckedResearch::everything, this::isForOthersAs)
            && areSame(CheckedResearch::admitted, Note::path)
            && areAlike(CheckedResearch::notes, Comparison::isWhereItWas)
            && now.evidence().keySet().equals(earlier.evidence().keySet())
            && areSame(CheckedResearch::topics, CheckedTopic::content)
            && now.removedTopics().equals(earlier.removedTopics())
            && areSame(research -> List.copyOf(research.files().values()), CheckedFile::address)
            && areSame(CheckedResearch::data, CheckedData::content)
            && now.withheld().equals(earlier.withheld());
    return isRestAsBefore ? Optional.of(new ResearchChange(changed, renamed)) : Optional.empty();
  }

  /** What nobody wrote to is the same object, since notes are kept in mind as they were read. */
  private boolean isForOthersAs(Note note, Note then) {
    changed.add(note.path());
    if (!note.isCalledAs(then)) {
      now.note(note.path()).ifPresent(page -> renamed.add(page.address()));
    }
    return note.isForOthersAs(then);
  }

  private static boolean isWhereItWas(CheckedNote note, CheckedNote then) {
    return note.content().path().equals(then.content().path())
        && note.address().equals(then.address())
        && note.formerAddresses().equals(then.formerAddresses());
  }

  private <T> boolean areSame(Function<CheckedResearch, List<T>> all, Function<T, Object> what) {
    return areAlike(all, (one, then) -> what.apply(one).equals(what.apply(then)));
  }

  private <T> boolean areAlike(
      Function<CheckedResearch, List<T>> all, BiPredicate<T, T> isAsBefore) {
    List<T> ones = all.apply(now);
    List<T> thens = all.apply(earlier);
    if (ones.size() != thens.size()) {
      return false;
    }
    for (int i = 0; i < ones.size(); i++) {
      T one = ones.get(i);
      T then = thens.get(i);
      if (one != then && !isAsBefore.test(one, then)) {
        return false;
      }
    }
    return true;
  }
}
