package dev.fortnight.edition;

import dev.fortnight.programme.Programme;
import dev.fortnight.site.Tree;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what an edition's pages say of it. */
final class EditionFacts {

  private EditionFacts() {}

  /**
   * @param editions all up to this one, by number
   * @param decisions all, in their order
   */
  static Tree.Edition of(
      SignedEdition signed,
      Tree.Difference difference,
      List<SignedEdition> editions,
      List<Decision> decisions,
      Programme programme) {
    Sprint sprint = new SprintCalendar(programme.cycle()).sprint(signed.sprint());
    return new Tree.Edition(
        signed.number(),
        signed.signedAt().atZone(programme.cycle().zone()).toLocalDate(),
        signed.signedBy(),
        signed.sprint(),
        sprint.first(),
        sprint.last(),
        firstIn(editions),
        editions(signed, SignedEdition.SignedItem::approvedIn),
        editions(signed, SignedEdition.SignedItem::changedIn),
        difference,
        PastEditions.of(editions, decisions, programme.cycle().zone()));
  }

  private static Map<String, Integer> firstIn(List<SignedEdition> editions) {
    Map<String, Integer> first = new HashMap<>();
    for (SignedEdition edition : editions) {
      edition.items().stream()
          .filter(item -> item.page().isPresent())
          .forEach(item -> first.putIfAbsent(item.key(), edition.number()));
    }
    return Map.copyOf(first);
  }

  private static Map<String, Integer> editions(
      SignedEdition signed, Function<SignedEdition.SignedItem, Integer> which) {
    return signed.items().stream().collect(Collectors.toMap(SignedEdition.SignedItem::key, which));
  }
}
