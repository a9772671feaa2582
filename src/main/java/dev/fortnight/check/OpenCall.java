package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import java.util.OptionalInt;

/** Which open call a note is about: what the team asks before it, and its recording afterwards. */
public final class OpenCall {

  static final String KEY = "call";

  private OpenCall() {}

  /** The number of the sprint whose call it is, from 1; empty where the note is about none. */
  public static OptionalInt of(Note note) {
    boolean canBe = note.kind() == NoteKind.PAGE || note.kind() == NoteKind.WEEKNOTE;
    return note.frontMatter()
        .text(KEY)
        .filter(text -> canBe && text.matches("[1-9][0-9]{0,3}"))
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElseGet(OptionalInt::empty);
  }
}
