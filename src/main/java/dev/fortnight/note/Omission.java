package dev.fortnight.note;

/**
 * What stands in a note's text and does not reach its page.
 *
 * @param name a link's scheme in small letters, empty where the address has none that may be one;
 *     an element's name, or what opens it, such as {@code <!--}
 */
public record Omission(Kind kind, String name, TextPlace place) {

  /** The kinds of what is left out. */
  public enum Kind {
    /** The address of a link. */
    LINK,
    /** An image with its address. */
    IMAGE,
    /** An element of which nothing is shown, whatever it holds. */
    LEFT_OUT,
    /** An element that is never closed, with all that follows it. */
    UNCLOSED
  }
}
