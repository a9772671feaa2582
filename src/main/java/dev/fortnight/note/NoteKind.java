package dev.fortnight.note;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of note. The folder that a note stands in gives its kind. */
public enum NoteKind {
  /** Any session: interview, shadowing, workshop, survey, desk research. */
  INTERVIEW("interviews"),
  WEEKNOTE("weeknotes"),
  FINDING("findings"),
  RECOMMENDATION("recommendations"),
  ASSUMPTION("assumptions"),
  PAGE("pages");

  private final String folder;

  NoteKind(String folder) {
    this.folder = folder;
  }

  /** The folder under {@code research/}, which is also the section of the site. */
  public String folder() {
    return folder;
  }

  /** The name of the kind and of its layout, for example {@code interview}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<NoteKind> ofFolder(String folder) {
    return Arrays.stream(values()).filter(kind -> kind.folder.equals(folder)).findFirst();
  }
}
