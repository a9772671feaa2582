package dev.fortnight.edition;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who decides.
 *
 * @param id tells people apart, whatever they call themselves
 * @param name what is shown with their decisions
 * @param others what else a note may name them by as its author, such as a login
 */
public record Decider(String id, String name, Set<String> others) {

  /** Somebody of whom only the name that they gave is known. */
  public static Decider named(String name) {
    return new Decider(name, name, Set.of());
  }

  /** Whether an author's name is theirs. */
  boolean isCalled(String author) {
    String plain = plain(author);
    return plain.equals(plain(name))
        || others.stream().map(Decider::plain).collect(Collectors.toSet()).contains(plain);
  }

  private static String plain(String name) {
    return name.strip().replaceFirst("^@", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
