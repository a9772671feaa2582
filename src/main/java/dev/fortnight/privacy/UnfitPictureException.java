package dev.fortnight.privacy;

/** Says why a picture can't be cleaned and what to do about it. */
final class UnfitPictureException extends Exception {

  private static final String EXPORT = "Export it as PNG or JPEG.";

  private final String remedy;

  private UnfitPictureException(String why, String remedy) {
    super(why);
    this.remedy = remedy;
  }

  static UnfitPictureException damaged() {
    return new UnfitPictureException("is damaged", EXPORT);
  }

  static UnfitPictureException unknown() {
    return new UnfitPictureException("is not a picture that Fortnight can clean", EXPORT);
  }

  /** It is whole, but of a variety that browsers don't show or Fortnight doesn't know. */
  static UnfitPictureException unusual(String what) {
    return new UnfitPictureException(what, EXPORT);
  }

  static UnfitPictureException tooLarge() {
    return new UnfitPictureException(
        "is larger than a page can show", "Make it smaller, and export it as PNG or JPEG.");
  }

  String remedy() {
    return remedy;
  }
}
