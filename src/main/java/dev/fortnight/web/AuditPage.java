package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.AuditLine;
import dev.fortnight.site.data.CsvFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every decision, the newest first.
 *
 * @param state whether the chain holds, a sentence
 * @param isBroken whether it does not
 * @param words what was searched for; empty for everything
 * @param found how many there are, a sentence
 * @param older the address of the page after this one; empty where there is none
 * @param newer the address of the page before this one; empty where there is none
 */
public record AuditPage(
    String programme,
    String state,
    boolean isBroken,
    String words,
    String found,
    List<Line> lines,
    String older,
    String newer) {

  private static final int LINES = 100;
  private static final int SHORT_HASH = 8;

  /**
   * A decision.
   *
   * @param hash the beginning of the hash of what it was about
   * @param reason why; empty where there is none to show
   */
  public record Line(
      long number, String at, String by, String did, String subject, String hash, String reason) {}

  /**
   * @param words to be found in a line, in any case; all of them
   * @param page 1 is the newest
   */
  static AuditPage of(Cycle cycle, String words, int page) {
    PersonalNames names = new PersonalNames(cycle.problems());
    Dates dates = new Dates(cycle.newest().programme());
    List<Line> all = new ArrayList<>();
    cycle.auditLines().forEach(line -> all.add(line(line, names, dates)));
    Collections.reverse(all);
    List<Line> found = all.stream().filter(line -> holds(line, words)).toList();
    int pages = Math.max(1, (found.size() + LINES - 1) / LINES);
    int shown = Math.min(Math.max(1, page), pages);
    Optional<String> fault = cycle.audit().fault();
    return new AuditPage(
        cycle.newest().programme().title(),
        fault
            .map(what -> Words.say("audit.broken", what))
            .orElseGet(() -> Words.say("audit.holds")),
        fault.isPresent(),
        words,
        pages > 1
            ? Words.say("audit.found.page", found.size(), shown, pages)
            : Words.count("audit.found", found.size()),
        found.subList((shown - 1) * LINES, Math.min(shown * LINES, found.size())),
        shown < pages ? address(words, shown + 1) : "",
        shown > 1 ? address(words, shown - 1) : "");
  }

  private static String address(String words, int page) {
    return "/review/audit?words="
        + URLEncoder.encode(words, StandardCharsets.UTF_8)
        + "&page="
        + page;
  }

  private static Line line(AuditLine line, PersonalNames names, Dates dates) {
    return new Line(
        line.number(),
        dates.moment(line.at()),
        line.by(),
        line.did(),
        subject(line, names),
        line.hash().substring(0, SHORT_HASH),
        line.isErased() ? Words.say("audit.erased") : line.reason().orElse(""));
  }

  private static String subject(AuditLine line, PersonalNames names) {
    return line.subject().endsWith(".md")
        ? names.shown("research/" + line.subject()).replaceFirst("^research/", "")
        : line.subject();
  }

  private static boolean holds(Line line, String words) {
    String text =
        String.join(
                " ", line.at(), line.by(), line.did(), line.subject(), line.hash(), line.reason())
            .toLowerCase(Locale.ROOT);
    return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
  }

  /** All of it for a spreadsheet: UTF-8, times in UTC, no cell that is taken for a formula. */
  static byte[] csv(Cycle cycle) {
    PersonalNames names = new PersonalNames(cycle.problems());
    return CsvFile.bytes(
        List.of("number", "at", "sprint", "by", "did", "subject", "hash", "reason", "link"),
        cycle.auditLines().stream()
            .map(
                line ->
                    List.of(
                        String.valueOf(line.number()),
                        line.at().toString(),
                        String.valueOf(line.sprint()),
                        line.by(),
                        line.did(),
                        subject(line, names),
                        line.hash(),
                        line.reason().orElse(""),
                        line.link().orElse("")))
            .toList());
  }
}
