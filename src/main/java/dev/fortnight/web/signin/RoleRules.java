package dev.fortnight.web.signin;

import dev.fortnight.problem.ProblemException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who has which role, as whoever runs the server set it: {@code login:ada}, {@code
 * team:council/research} or {@code claim:groups=researchers}. Who is in no rule has no role.
 */
public final class RoleRules {

  private static final Pattern RULE =
      Pattern.compile("login:\\S+|team:[\\w.-]+/[\\w.-]+|claim:[\\w.:/-]+=.+");

  private static final String LOGIN = "login:";
  private static final String TEAM = "team:";
  private static final String CLAIM = "claim:";

  private final Map<Role, Set<String>> rules = new EnumMap<>(Role.class);

  private RoleRules(Map<Role, List<String>> texts) {
    texts.forEach(
        (role, list) ->
            rules.put(
                role, list.stream().map(RoleRules::rule).collect(Collectors.toUnmodifiableSet())));
  }

  /**
   * @throws ProblemException if a rule cannot be read
   */
  public static RoleRules of(List<String> readers, List<String> reviewers, List<String> owners) {
    return new RoleRules(
        Map.of(Role.READER, readers, Role.REVIEWER, reviewers, Role.OWNER, owners));
  }

  private static String rule(String text) {
    String rule = text.strip();
    if (!RULE.matcher(rule).matches()) {
      throw new ProblemException(
          "a rule for roles cannot be read",
          "Write login:NAME, team:ORGANISATION/TEAM or claim:NAME=VALUE, with commas between.");
    }
    return rule.startsWith(CLAIM) ? rule : rule.toLowerCase(Locale.ROOT);
  }

  /** Whether nobody could have a role by these rules. */
  public boolean isEmpty() {
    return all().findAny().isEmpty();
  }

  /** The teams that rules speak of, as {@code organisation/team}. */
  public Set<String> teams() {
    return named(TEAM);
  }

  /** The claims that rules speak of. */
  public Set<String> claims() {
    return named(CLAIM).stream()
        .map(claim -> claim.substring(0, claim.indexOf('=')))
        .collect(Collectors.toSet());
  }

  private Set<String> named(String kind) {
    return all()
        .filter(rule -> rule.startsWith(kind))
        .map(rule -> rule.substring(kind.length()))
        .collect(Collectors.toSet());
  }

  /**
   * Which rules speak of somebody.
   *
   * @param teams of {@link #teams} those that they are in
   * @param claims the values of each claim
   */
  public Set<String> grants(String login, Set<String> teams, Map<String, Set<String>> claims) {
    Set<String> held = new TreeSet<>();
    held.add(LOGIN + login.toLowerCase(Locale.ROOT));
    teams.forEach(team -> held.add(TEAM + team.toLowerCase(Locale.ROOT)));
    claims.forEach((name, values) -> values.forEach(value -> held.add(CLAIM + name + '=' + value)));
    held.retainAll(all().collect(Collectors.toSet()));
    return held;
  }

  /** The highest role that any of these gives now. */
  public Optional<Role> role(Set<String> grants) {
    return rules.entrySet().stream()
        .filter(rule -> rule.getValue().stream().anyMatch(grants::contains))
        .map(Map.Entry::getKey)
        .max(Role::compareTo);
  }

  private Stream<String> all() {
    return rules.values().stream().flatMap(Set::stream);
  }
}
