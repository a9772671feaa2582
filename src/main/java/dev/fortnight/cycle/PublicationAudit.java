package dev.fortnight.cycle;

import dev.fortnight.edition.AuditTrail;
import dev.fortnight.edition.Editions;
import dev.fortnight.edition.Manifest;
import dev.fortnight.programme.Programme;
import dev.fortnight.publish.Deviation;
import dev.fortnight.publish.Verification;
import dev.fortnight.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compares what a published site says of itself with what Fortnight keeps of it: the chain of
 * decisions, and what it published.
 *
 * @param entries how many decisions and sign-offs the chain has
 */
public record PublicationAudit(int entries, SortedSet<Deviation> deviations) {

  /** Stands for the chain where a deviation names a place. */
  public static final String CHAIN = "audit";

  public static PublicationAudit of(
      Verification verification, Database database, Programme programme, String place) {
    AuditTrail trail = new Editions(database, programme).audit();
    PublicationStore store = PublicationStore.in(database, programme.id(), place);
    SortedSet<Deviation> deviations = new TreeSet<>();
    trail.fault().ifPresent(fault -> deviations.add(new Deviation(CHAIN, fault)));
    for (Verification.Tree tree : verification.trees()) {
      compare(tree, trail, store).ifPresent(deviations::add);
    }
    missing(verification, store).forEach(deviations::add);
    return new PublicationAudit(trail.size(), deviations);
  }

  private static Optional<Deviation> compare(
      Verification.Tree tree, AuditTrail trail, PublicationStore store) {
    if (tree.edition().isEmpty()) {
      return Optional.empty();
    }
    String manifest = tree.folder() + Manifest.FILE;
    if (tree.audit().isPresent() && !trail.holds(tree.audit().get())) {
      return Optional.of(new Deviation(manifest, "its sign-off is not in the audit"));
    }
    Set<String> published = store.hashes(PublicationRecord.edition(tree.edition().get()));
    return published.isEmpty() || published.contains(tree.hash())
        ? Optional.empty()
        : Optional.of(
            new Deviation(
                manifest, "this is not the tree that Fortnight published as " + tree.title()));
  }

  /** Editions that were published there and of which nothing is left, not even damage. */
  private static List<Deviation> missing(Verification verification, PublicationStore store) {
    return store.all().stream()
        .flatMap(record -> record.number().stream())
        .filter(number -> !verification.knows(number))
        .map(
            number -> new Deviation("editions/" + number + "/", "it was published, and is missing"))
        .toList();
  }
}
