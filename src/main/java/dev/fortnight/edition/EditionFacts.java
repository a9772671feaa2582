package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.Tree;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what an edition's pages say of it. */
final class EditionFacts {

  private EditionFacts() {}

  /**
   * @param titlesBefore what the items of the edition before were called, by key
   */
  static Tree.Edition of(
      SignedEdition signed,
      Optional<SignedEdition> previous,
      Map<String, String> titlesBefore,
      CheckedResearch research,
      Programme programme) {
    Differences differences =
        Differences.between(hashes(Optional.of(signed)), hashes(previous), titlesBefore, research);
    Sprint sprint = new SprintCalendar(programme.cycle()).sprint(signed.sprint());
    return new Tree.Edition(
        signed.number(),
        signed.signedAt().atZone(programme.cycle().zone()).toLocalDate(),
        signed.signedBy(),
        signed.sprint(),
        sprint.first(),
        sprint.last(),
        previous.map(SignedEdition::number),
        editions(signed, SignedEdition.SignedItem::approvedIn),
        editions(signed, SignedEdition.SignedItem::changedIn),
        new Headlines(research, previous).write(differences.added(), differences.changed()),
        differences.added(),
        differences.changed(),
        differences.removed(),
        differences.carried());
  }

  private static Map<String, Integer> editions(
      SignedEdition signed, Function<SignedEdition.SignedItem, Integer> which) {
    return signed.items().stream().collect(Collectors.toMap(SignedEdition.SignedItem::key, which));
  }

  private static Map<String, String> hashes(Optional<SignedEdition> edition) {
    return edition.stream()
        .flatMap(signed -> signed.items().stream())
        .collect(Collectors.toMap(SignedEdition.SignedItem::key, SignedEdition.SignedItem::hash));
  }
}
