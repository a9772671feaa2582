package dev.fortnight.cli;

import java.util.Map;

/** What each check asks for, in one sentence. */
final class Rules {

  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("address", "Each page has an address of its own inside the site."),
          Map.entry("call", "A note on an open call says which sprint's it is."),
          Map.entry("captions", "Captions are WebVTT that can be read."),
          Map.entry("confidence", "The team's confidence rests on the evidence that is shown."),
          Map.entry("configuration", "The configuration has keys and values that Fortnight knows."),
          Map.entry("consent", "An interview says what its participants agreed to."),
          Map.entry("date", "Dates are days of the calendar that agree with one another."),
          Map.entry("evidence", "The evidence that a finding cites may be shown."),
          Map.entry("evidence-mark", "Each piece of evidence is marked with an id of its own."),
          Map.entry("folder", "Each note stands in the folder of its kind."),
          Map.entry("front-matter", "A note can be read."),
          Map.entry("heading-level", "Headings skip no level."),
          Map.entry("image-text", "Images are described in words."),
          Map.entry("key", "Front matter has keys and values that Fortnight knows."),
          Map.entry("link", "Links and images lead to something that is published."),
          Map.entry("link-unpublished", "Links lead to notes that are published too."),
          Map.entry("link-words", "The words of a link say where it leads."),
          Map.entry("liquid", "Text is data: Liquid in a note is not evaluated."),
          Map.entry("logo", "The logo is a picture without metadata."),
          Map.entry("notes", "The notes' repository can be reached and keeps its history."),
          Map.entry("personal-data", "Nobody can be identified from what is published."),
          Map.entry("programme", "programme.yml has keys and values that Fortnight knows."),
          Map.entry("recording", "A recording has captions or a transcript."),
          Map.entry("redirect", "A former address is inside the site and of one page only."),
          Map.entry("reference", "What a note refers to is there."),
          Map.entry("slug", "A slug is a plain word that can stand in an address."),
          Map.entry("data", "A table can be read and has a description."),
          Map.entry("superseded", "A finding is superseded by one that holds."),
          Map.entry("topic", "A topic can be read, and is referred to by its number."),
          Map.entry("topic-author", "What outsiders can change is shown once it was approved."),
          Map.entry("topic-removed", "What a note says of a topic that is gone is meant."),
          Map.entry("waiver", "Each waiver still lets something pass that is there."));

  private Rules() {}

  /** The sentence of a check; a check without one is named. */
  static String sentence(String check) {
    return SENTENCES.getOrDefault(check, "What the check '" + check + "' asks for.");
  }
}
