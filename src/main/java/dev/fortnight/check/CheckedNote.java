package dev.fortnight.check;

import dev.fortnight.note.Note;
import java.util.List;

/** A note that may have a page. */
public final class CheckedNote implements Checked<Note> {

  private final Note note;
  private final String address;
  private final List<String> formerAddresses;

  CheckedNote(Note note, String address, List<String> formerAddresses) {
    this.note = note;
    this.address = address;
    this.formerAddresses = formerAddresses;
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
}
