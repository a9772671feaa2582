package dev.fortnight.cycle;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.note.NoteMemory;
import dev.fortnight.privacy.PersonalDataPolicy;
import dev.fortnight.privacy.Register;

/** What a process that collects and checks again need not read and search again. */
public final class CollectorMemory {

  private final NoteMemory notes;
  private final CheckMemory checks;
  private Register register = Register.EMPTY;
  private PersonalDataPolicy policy = PersonalDataPolicy.EMPTY;

  public CollectorMemory() {
    this(new NoteMemory(), new CheckMemory());
  }

  private CollectorMemory(NoteMemory notes, CheckMemory checks) {
    this.notes = notes;
    this.checks = checks;
  }

  /** For a process that does it once. */
  public static CollectorMemory none() {
    return new CollectorMemory(NoteMemory.none(), CheckMemory.none());
  }

  public NoteMemory notes() {
    return notes;
  }

  public CheckMemory checks() {
    return checks;
  }

  /** The same for the same register, so that the search is made once. */
  PersonalDataPolicy policy(Register participants) {
    if (participants != register) {
      register = participants;
      policy = PersonalDataPolicy.of(participants);
    }
    return policy;
  }
}
