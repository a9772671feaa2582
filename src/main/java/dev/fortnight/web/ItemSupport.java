package dev.fortnight.web;

import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.check.ResearchGraph.Stance;
import dev.fortnight.cycle.Cycle;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.NoteKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an item under review rests on.
 *
 * @param preview where it can be seen as it would be published; empty where it has no page
 * @param consent what a session's participant agreed to; empty for other items
 * @param evidence what it cites
 * @param withheld how many quotations it cites that may not be shown
 */
public record ItemSupport(String preview, String consent, List<Quote> evidence, int withheld) {

  private static final ItemSupport NONE = new ItemSupport("", "", List.of(), 0);

  /**
   * A quotation.
   *
   * @param stance {@code Supports}, {@code Contradicts} or {@code Mentions}
   * @param from who said it and where
   */
  public record Quote(String stance, String text, String from) {}

  static ItemSupport of(Cycle cycle, String key) {
    CheckedResearch research = cycle.newest().research();
    Optional<CheckedNote> note = research.note(key);
    if (note.isEmpty()) {
      return NONE;
    }
    ResearchGraph graph = cycle.graph();
    return new ItemSupport(
        "/site/working/" + note.get().address(),
        consent(note.get()),
        evidence(note.get(), graph),
        note.get().content().kind() == NoteKind.FINDING ? graph.withheld(note.get()) : 0);
  }

  private static String consent(CheckedNote note) {
    if (note.content().kind() != NoteKind.INTERVIEW) {
      return "";
    }
    FrontMatter said = note.content().frontMatter();
    List<String> parts = new ArrayList<>();
    parts.add(said.text("consent").orElseGet(() -> Words.say("item.consent.none")));
    said.text("consent_expires")
        .map(day -> Words.say("item.consent.until", day))
        .ifPresent(parts::add);
    said.text("publish_after")
        .map(day -> Words.say("item.consent.from", day))
        .ifPresent(parts::add);
    return String.join(", ", parts);
  }

  private static List<Quote> evidence(CheckedNote note, ResearchGraph graph) {
    List<Quote> quotes = new ArrayList<>();
    if (note.content().kind() == NoteKind.FINDING) {
      graph.evidence(note).forEach(cited -> quotes.add(quote(cited.stance(), cited.evidence())));
    }
    if (note.content().kind() == NoteKind.ASSUMPTION) {
      graph.supporting(note).forEach(one -> quotes.add(quote(Stance.SUPPORTS, one)));
      graph.contradicting(note).forEach(one -> quotes.add(quote(Stance.CONTRADICTS, one)));
    }
    return List.copyOf(quotes);
  }

  private static Quote quote(Stance stance, CheckedEvidence evidence) {
    String who = String.join(", ", evidence.content().participant().stream().toList());
    return new Quote(
        Words.say("item.evidence." + stance.name().toLowerCase(Locale.ROOT)),
        evidence.content().quotation().text().strip(),
        (who.isEmpty() ? "" : who + ", ") + evidence.content().reference());
  }
}
