package dev.fortnight.publish;

/** What stands at a path of a published site. */
sealed interface SiteFile {

  /** A file that was read. */
  record Content(byte[] bytes) implements SiteFile {}

  /** Nothing. */
  record Missing() implements SiteFile {}

  /** A symbolic link or something else that a host does not serve as it is. */
  record NotPlain() implements SiteFile {}

  /** A file that is larger than the reader wanted to take. */
  record TooLarge() implements SiteFile {}
}
