package dev.fortnight.web;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.Weight;
import dev.fortnight.note.NoteKind;
import dev.fortnight.site.Tree;
import java.util.List;
import java.util.Optional;

/**
 * Where an assumption stands, and what was found on it.
 *
 * @param link to its page on the working site; empty where it has none
 * @param counted {@code 4 people for it, 1 against}
 * @param before where it stood in the newest edition, where that was elsewhere; empty otherwise
 * @param findings those that speak of it
 */
public record AssumptionLine(
    String title,
    String link,
    String state,
    String counted,
    String before,
    List<NoteLink> findings) {

  /** A note with its page on the working site; empty where it has none. */
  public record NoteLink(String title, String link) {}

  /** All assumptions in the order of their files. */
  static List<AssumptionLine> of(Glance glance) {
    return glance.newest().research().notes(NoteKind.ASSUMPTION).stream()
        .map(assumption -> of(assumption, glance))
        .toList();
  }

  private static AssumptionLine of(CheckedNote assumption, Glance glance) {
    Weight weight =
        Weight.of(glance.graph().supporting(assumption), glance.graph().contradicting(assumption));
    return new AssumptionLine(
        assumption.content().title(),
        glance.link(assumption.content()),
        glance.graph().state(assumption).words(),
        Words.count("assumption.for", weight.people())
            + ", "
            + Words.say("assumption.against", weight.contradicting()),
        glance.lastEdition().map(edition -> before(assumption, edition, glance)).orElse(""),
        glance.graph().findingsOn(assumption).stream()
            .map(CheckedNote::content)
            .map(note -> new NoteLink(glance.title(note), glance.link(note)))
            .toList());
  }

  private static String before(CheckedNote assumption, Tree.Past edition, Glance glance) {
    Optional<Tree.Standing> then =
        Optional.ofNullable(edition.standings().get(assumption.content().slug()));
    if (then.isEmpty()) {
      return Words.say("assumption.new", edition.number());
    }
    return then.get().state() == glance.graph().state(assumption)
        ? ""
        : Words.say("assumption.before", edition.number(), then.get().state().words());
  }
}
