package dev.fortnight.web.signin;

import dev.fortnight.note.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Somebody who proved who they are.
 *
 * @param id tells people apart, whatever they call themselves; a SHA-256
 * @param login what a provider knows them by; empty where a link signed them in
 * @param name what is shown with their decisions
 * @param grants what of the rules for roles speaks of them, see {@link RoleRules}
 */
public record Person(String id, String login, String name, Set<String> grants) {

  /** Somebody at a provider. */
  public static Person at(
      String issuer, String subject, String login, String name, Set<String> grants) {
    return new Person(hash(issuer + '\n' + subject), login, name, Set.copyOf(grants));
  }

  /** Whoever can run a command on this machine, by the name that they gave. */
  static Person here(String name) {
    return new Person(hash("link\n" + name), "", name, Set.of());
  }

  public boolean isHere() {
    return login.isEmpty();
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Without what a provider says of them. */
  @Override
  public String toString() {
    return name;
  }
}
