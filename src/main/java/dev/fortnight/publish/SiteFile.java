package dev.fortnight.publish;

/** What stands at a path of a published site. */
sealed interface SiteFile {

  /** A file that was read. */
  record Content(byte[] bytes) implements SiteFile {}

  /** Nothing, or nothing that a reader would get. */
  record Missing() implements SiteFile {}

  /** A file that is larger than the reader wanted to take. */
  record TooLarge() implements SiteFile {}
}
