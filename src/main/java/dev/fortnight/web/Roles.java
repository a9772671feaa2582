package dev.fortnight.web;

import dev.fortnight.programme.Programme;
import dev.fortnight.web.signin.Person;
import dev.fortnight.web.signin.Role;
import dev.fortnight.web.signin.RoleRules;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Works out what somebody may do in a programme, now. */
@Singleton
final class Roles {

  private final RoleRules rules;
  private final Clock clock;
  private final boolean isAtProvider;

  Roles(ServerConfig config, RoleRules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
    this.isAtProvider = config.signIn().provider().isPresent();
  }

  /** What may be done without signing in: on this machine, looking. */
  Optional<Role> ofNobody() {
    return isAtProvider ? Optional.empty() : Optional.of(Role.READER);
  }

  /**
   * Whoever can run a command on this machine may do everything. Elsewhere the rules count; where
   * the programme names its owners, only they and their deputies sign.
   */
  Optional<Role> of(Person person, Programme programme) {
    if (person.isHere() == isAtProvider) {
      return Optional.empty();
    }
    if (person.isHere()) {
      return Optional.of(Role.OWNER);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), programme.cycle().zone());
    if (programme.review().names(person.login(), today)) {
      return Optional.of(Role.OWNER);
    }
    return rules
        .role(person.grants())
        .map(role -> programme.review().owners().isEmpty() ? role : atMostReviewer(role));
  }

  private static Role atMostReviewer(Role role) {
    return role.mayActAs(Role.REVIEWER) ? Role.REVIEWER : role;
  }
}
