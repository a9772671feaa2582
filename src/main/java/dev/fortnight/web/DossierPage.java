package dev.fortnight.web;

import dev.fortnight.check.Dossier;
import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.Review;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a stranger could join up about each participant, and what this sprint adds to it. */
public record DossierPage(String programme, List<Participant> participants) {

  /**
   * A participant.
   *
   * @param known what is said of them in a sentence
   * @param places where something of them is shown
   */
  public record Participant(String pseudonym, String known, List<Place> places) {}

  /**
   * A place that shows something of a participant.
   *
   * @param fresh whether it is of this sprint
   * @param link of the item that can be decided on; empty where there is none
   */
  public record Place(String kind, String title, String text, boolean fresh, String link) {}

  static DossierPage of(Cycle cycle) {
    Review review = cycle.review();
    Set<String> changed =
        review.changed().stream().map(Review.Entry::key).collect(Collectors.toSet());
    PersonalNames names = new PersonalNames(cycle.problems());
    return new DossierPage(
        cycle.newest().programme().title(),
        cycle.dossiers().stream()
            .map(
                dossier ->
                    new Participant(
                        dossier.pseudonym(),
                        known(dossier),
                        dossier.places().stream()
                            .map(place -> place(place, review, changed, names))
                            .toList()))
            .toList());
  }

  private static String known(Dossier dossier) {
    if (dossier.traits().isEmpty()) {
      return Words.say("dossier.unknown");
    }
    String traits = String.join(", ", dossier.traits());
    int others = dossier.alike() - 1;
    return others == 0
        ? Words.say("dossier.alone", traits)
        : Words.count("dossier.alike", others, traits);
  }

  private static Place place(
      Dossier.Place place, Review review, Set<String> changed, PersonalNames names) {
    return new Place(
        Words.say("dossier.place." + place.kind().name().toLowerCase(Locale.ROOT)),
        names.shown(place.title()),
        place.text(),
        changed.contains(place.item()),
        review.entry(place.item()).map(entry -> "/review/items/" + entry.item().hash()).orElse(""));
  }
}
