package dev.fortnight.check;

import dev.fortnight.note.Evidence;
import dev.fortnight.note.Note;
import java.time.LocalDate;
import java.util.Optional;

/** A quotation that may be shown; its note may have a page or not. */
public final class CheckedEvidence implements Checked<Evidence> {

  private final Evidence evidence;
  private final Note source;

  CheckedEvidence(Evidence evidence, Note source) {
    this.evidence = evidence;
    this.source = source;
  }

  @Override
  public Evidence content() {
    return evidence;
  }

  /**
   * The note that it stands in. It may have no page: only what this class tells of it, and links in
   * the quotation, may be shown.
   */
  public Note source() {
    return source;
  }

  /** What tells one voice from another: the pseudonym, or the session where there is none. */
  public String voice() {
    return evidence.participant().orElse(source.path());
  }

  public Optional<String> role() {
    return source.frontMatter().text("role");
  }

  /** The kind of council. */
  public Optional<String> council() {
    return source.frontMatter().text("council");
  }

  public String method() {
    return source.frontMatter().text("method").orElse("interview");
  }

  public Optional<LocalDate> date() {
    return source.date();
  }
}
