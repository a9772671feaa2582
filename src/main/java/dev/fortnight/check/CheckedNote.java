package dev.fortnight.check;

import dev.fortnight.note.Note;

/** A note that may have a page. */
public final class CheckedNote implements Checked<Note> {

  private final Note note;
  private final String address;

  CheckedNote(Note note, String address) {
    this.note = note;
    this.address = address;
  }

  @Override
  public Note content() {
    return note;
  }

  /** Where its page stands, see {@link dev.fortnight.note.Address}. */
  public String address() {
    return address;
  }
}
