package dev.fortnight.site;

import dev.fortnight.check.AssumptionState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which tree a build makes, and what its pages say of editions. */
public sealed interface Tree {

  /**
   * The continuous working site.
   *
   * @param besideEditions whether it is published under {@code working/}, so that the approved
   *     edition stands one folder up
   * @param difference what of it the newest edition does not have; empty before the first
   * @param past the editions so far, oldest first
   */
  record Working(boolean besideEditions, Optional<Difference> difference, List<Past> past)
      implements Tree {

    public Working(boolean besideEditions) {
      this(besideEditions, Optional.empty(), List.of());
    }

    @Override
    public Optional<Difference> whatChanged() {
      return difference;
    }

    @Override
    public Working without(Set<String> items) {
      return new Working(besideEditions, difference.map(changes -> changes.without(items)), past);
    }
  }

  /**
   * An edition.
   *
   * @param date when it was signed off, in the programme's zone
   * @param signedBy the name that its approver chose to show
   * @param sprint the number of the sprint that it closes
   * @param approvedIn the edition that first held the content of each note, by path, and of each
   *     topic, as {@code topics/<slug>}
   * @param firstIn the edition that first had a page of each of them, whatever it said
   * @param changedIn the edition in which the page of each of them last changed, be it because of
   *     its own content or of what it shows of others
   * @param difference what changed since the edition before
   * @param past the editions up to this one, oldest first; later ones never change its pages
   */
  record Edition(
      int number,
      LocalDate date,
      String signedBy,
      int sprint,
      LocalDate sprintFirst,
      LocalDate sprintLast,
      Map<String, Integer> firstIn,
      Map<String, Integer> approvedIn,
      Map<String, Integer> changedIn,
      Difference difference,
      List<Past> past)
      implements Tree {

    @Override
    public Optional<Difference> whatChanged() {
      return Optional.of(difference);
    }

    @Override
    public Edition without(Set<String> items) {
      return new Edition(
          number,
          date,
          signedBy,
          sprint,
          sprintFirst,
          sprintLast,
          firstIn,
          approvedIn,
          changedIn,
          difference.without(items),
          past);
    }
  }

  /** The editions that a tree may tell of, oldest first. */
  List<Past> past();

  /**
   * An edition as it was signed off, in numbers.
   *
   * @param date when it was signed off, in the programme's zone
   * @param added how many items had a page in it and none in the edition before
   * @param approved how many items of its sprint were approved when it was signed off
   * @param held how many were held
   * @param standings where each assumption stood then, by slug
   */
  record Past(
      int number,
      LocalDate date,
      String signedBy,
      int sprint,
      int added,
      int changed,
      int removed,
      int approved,
      int held,
      Map<String, Standing> standings) {}

  /**
   * Where an assumption stood.
   *
   * @param supporting how many voices were for it
   */
  record Standing(AssumptionState state, int supporting, int contradicting) {}

  /** What changed since the edition before; on the working site, empty before the first. */
  Optional<Difference> whatChanged();

  /** The same saying nothing of some items. */
  Tree without(Set<String> items);

  /**
   * What changed from one tree to another. Only what has a page, or had one, is listed.
   *
   * @param since the number of the edition that it is compared with; empty where there was none
   * @param headlines what the team changed its mind about, most important first
   */
  record Difference(
      Optional<Integer> since,
      List<Headline> headlines,
      List<Change> added,
      List<Change> changed,
      List<Change> removed,
      List<Change> carried) {

    Difference without(Set<String> items) {
      return new Difference(
          since,
          headlines.stream().filter(headline -> !items.contains(headline.item())).toList(),
          without(added, items),
          without(changed, items),
          without(removed, items),
          without(carried, items));
    }

    private static List<Change> without(List<Change> changes, Set<String> items) {
      return changes.stream().filter(change -> !items.contains(change.item())).toList();
    }
  }

  /**
   * What the team changed its mind about, in a sentence.
   *
   * @param item the path of the note that it is about
   * @param evidence references to what moved it, see {@link dev.fortnight.note.Evidence}
   */
  record Headline(String text, String item, List<String> evidence) {}

  /**
   * An item as a difference lists it.
   *
   * @param item a note's path, or {@code topics/<slug>}
   * @param title what it is called
   * @param passages where its text changed, in its order
   * @param more how many places are not listed
   */
  record Change(String item, String title, List<Passage> passages, int more) {

    public Change(String item, String title) {
      this(item, title, List.of(), 0);
    }
  }

  /** A place in a text that changed, with the words around it. */
  record Passage(List<Run> runs) {}

  /**
   * Words of one kind.
   *
   * @param text blocks are parted by a line break
   */
  record Run(Kind kind, String text) {

    /** Whether words stayed, came or went. */
    public enum Kind {
      KEPT,
      ADDED,
      REMOVED,
      /** Instead of words that are not shown: says how many went. */
      UNSHOWN
    }
  }
}
