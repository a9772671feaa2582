package dev.fortnight.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which tree a build makes, and what its pages say of editions. */
public sealed interface Tree {

  /**
   * The continuous working site.
   *
   * @param besideEditions whether it is published under {@code working/}, so that the approved
   *     edition stands one folder up
   */
  record Working(boolean besideEditions) implements Tree {}

  /**
   * An edition.
   *
   * @param date when it was signed off, in the programme's zone
   * @param signedBy the name that its approver chose to show
   * @param sprint the number of the sprint that it closes
   * @param previous the edition before
   * @param approvedIn the edition that first held the content of each note, by path, and of each
   *     topic, as {@code topics/<slug>}
   * @param changedIn the edition in which the page of each of them last changed, be it because of
   *     its own content or of what it shows of others
   * @param headlines what the team changed its mind about, most important first
   */
  record Edition(
      int number,
      LocalDate date,
      String signedBy,
      int sprint,
      LocalDate sprintFirst,
      LocalDate sprintLast,
      Optional<Integer> previous,
      Map<String, Integer> approvedIn,
      Map<String, Integer> changedIn,
      List<Headline> headlines,
      List<Change> added,
      List<Change> changed,
      List<Change> removed,
      List<Change> carried)
      implements Tree {}

  /**
   * @param item the path of the note that it is about
   */
  record Headline(String text, String item) {}

  /**
   * An item as an edition's page lists it.
   *
   * @param item a note's path, or {@code topics/<slug>}
   * @param title what it is called
   */
  record Change(String item, String title) {}
}
