package dev.fortnight.check;

import dev.fortnight.note.Consent;
import dev.fortnight.note.FrontMatter;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;

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
    boolean isDraft = note.frontMatter().saysYes("draft");
    if (isDraft || !snapshot.isShown().test(note)) {
      return NOTHING;
    }
    return agreed(note, snapshot).narrower(snapshot.limits().of(note));
  }

  /**
   * What the consent and the dates of a note allow; an author's {@code published: false} counts as
   * a no. Where consent is needed and not clean, nothing.
   */
  public static Publication agreed(Note note, Snapshot snapshot) {
    FrontMatter frontMatter = note.frontMatter();
    boolean isHeldBack =
        frontMatter.saysNo("published")
            || frontMatter.has("publish_after") && !hasCome(note, snapshot)
            || frontMatter.has("consent_expires") && !isStillGiven(note, snapshot);
    if (isHeldBack) {
      return NOTHING;
    }
    return needsConsent(note) ? consent(note).map(Publication::of).orElse(NOTHING) : PAGE;
  }

  /** Whether nothing of a note may be published without a participant's word. */
  public static boolean needsConsent(Note note) {
    return note.kind() == NoteKind.INTERVIEW || note.frontMatter().values().containsKey("consent");
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
  public static java.util.Optional<Consent> consent(Note note) {
    Object value = note.frontMatter().values().get("consent");
    return value instanceof String word ? Consent.ofWord(word) : java.util.Optional.empty();
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
