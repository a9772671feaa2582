package dev.fortnight.check;

import dev.fortnight.note.Consent;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import java.util.Optional;

/** How much of a note its participants and its author let the public see. */
public enum Publication {
  /** Its page, and its evidence in findings. */
  PAGE,
  /** No page, but its evidence in findings. */
  QUOTED,
  /** Nothing. */
  NOTHING;

  /** What may be shown of a note in the tree that a snapshot is for. */
  public static Publication of(Note note, Snapshot snapshot) {
    if (isDraft(note) || !snapshot.scope().isShown().test(note)) {
      return NOTHING;
    }
    return agreed(note, snapshot).narrower(snapshot.scope().limits().of(note));
  }

  /**
   * What the consent and the dates of a note allow; an author's {@code published: false} counts as
   * a no. Where consent is needed and not clean, nothing.
   */
  public static Publication agreed(Note note, Snapshot snapshot) {
    FrontMatter frontMatter = note.frontMatter();
    boolean isHeldBack =
        isStated(note, "published") && !frontMatter.saysYes("published")
            || isStated(note, "publish_after") && !hasCome(note, snapshot)
            || isStated(note, "consent_expires") && !isStillGiven(note, snapshot)
            || !note.lostKeys().isEmpty();
    if (isHeldBack) {
      return NOTHING;
    }
    if (!needsConsent(note)) {
      return PAGE;
    }
    Publication agreed = consent(note).map(Publication::of).orElse(NOTHING);
    boolean isNeverQuoted = note.kind() != NoteKind.INTERVIEW && agreed == QUOTED;
    return isNeverQuoted ? NOTHING : agreed;
  }

  /** Anything that is not a plain no counts as a yes, so that a slip does not publish a draft. */
  private static boolean isDraft(Note note) {
    return isStated(note, "draft") && !note.frontMatter().saysNo("draft");
  }

  /** A key that is there without a value was meant to say something. */
  private static boolean isStated(Note note, String key) {
    return note.frontMatter().values().containsKey(key);
  }

  /** Whether nothing of a note may be published without a participant's word. */
  public static boolean needsConsent(Note note) {
    return note.kind() == NoteKind.INTERVIEW || isStated(note, "consent");
  }

  private Publication narrower(Publication other) {
    return compareTo(other) >= 0 ? this : other;
  }

  private static Publication of(Consent consent) {
    return switch (consent) {
      case PUBLIC -> PAGE;
      case FINDINGS_ONLY -> QUOTED;
      case INTERNAL, WITHDRAWN -> NOTHING;
    };
  }

  /** The consent that the note itself states; empty where it is missing or not clean. */
  public static Optional<Consent> consent(Note note) {
    Object value = note.frontMatter().values().get("consent");
    return value instanceof String word ? Consent.ofWord(word) : Optional.empty();
  }

  private static boolean hasCome(Note note, Snapshot snapshot) {
    return note.frontMatter()
        .date("publish_after")
        .map(day -> snapshot.today().isAfter(day))
        .orElse(false);
  }

  /** Consent holds until the end of its last day. */
  private static boolean isStillGiven(Note note, Snapshot snapshot) {
    return note.frontMatter()
        .date("consent_expires")
        .map(day -> !snapshot.today().isAfter(day))
        .orElse(false);
  }
}
