package dev.fortnight.check;

import dev.fortnight.note.Note;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A note that may have a page. */
public final class CheckedNote implements Checked<Note> {

  private final Note note;
  private final String address;
  private final List<String> formerAddresses;
  private final List<String> topics;
  private final List<String> tags;
  private final List<String> cited;
  private final Optional<LocalDate> newestDay;

  CheckedNote(Note note, String address, List<String> formerAddresses) {
    this.note = note;
    this.address = address;
    this.formerAddresses = formerAddresses;
    this.topics = note.topics().stream().distinct().toList();
    this.tags = note.frontMatter().words("tags");
    this.cited = note.frontMatter().texts("evidence");
    this.newestDay =
        Stream.of(note.date(), note.frontMatter().date("last_modified_at"))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
  }

  boolean isOf(Note other, String otherAddress, List<String> otherFormerAddresses) {
    return note == other
        && address.equals(otherAddress)
        && formerAddresses.equals(otherFormerAddresses);
  }

  @Override
  public Note content() {
    return note;
  }

  /** Where its page stands, see {@link dev.fortnight.note.Address}. */
  public String address() {
    return address;
  }

  /** Where its page stood before, and where nothing else stands now. */
  public List<String> formerAddresses() {
    return formerAddresses;
  }

  /** The topics that it names, as slugs, each once. */
  public List<String> topics() {
    return topics;
  }

  public List<String> tags() {
    return tags;
  }

  /** The references to evidence that it cites, as they stand there. */
  List<String> cited() {
    return cited;
  }

  /** The day that its author wrote it, or says to have changed it. */
  public Optional<LocalDate> newestDay() {
    return newestDay;
  }
}
