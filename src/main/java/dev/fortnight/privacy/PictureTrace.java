package dev.fortnight.privacy;

/** What a picture carried besides itself, named without saying what it said. */
public enum PictureTrace {
  PLACE("where it was taken", true),
  PERSON("who made or owns it", true),
  WORDS("a comment or description", true),
  TRAILER("something after its end", true),
  SCRIPT("a script", false),
  MOVEMENT("an animation", false),
  FOREIGN("embedded HTML or another foreign part", false),
  OUTSIDE("something from outside the file", false);

  private final String named;
  private final boolean isPersonal;

  PictureTrace(String named, boolean isPersonal) {
    this.named = named;
    this.isPersonal = isPersonal;
  }

  /** As the object of "carried": {@code where it was taken}. */
  public String named() {
    return named;
  }

  /** Whether it may tell of a person, so that the source which still holds it matters. */
  public boolean isPersonal() {
    return isPersonal;
  }
}
