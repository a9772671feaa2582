package dev.fortnight.cycle;

import dev.fortnight.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The e-mail addresses of those who decide, by login. They stand in the environment, for {@code
 * programme.yml} can be public.
 */
public final class ReminderAddresses {

  public static final ReminderAddresses NONE = new ReminderAddresses(Map.of());

  private static final String VARIABLE = "FORTNIGHT_REMIND_TO";

  /** One address and nothing else: no list, no header of a message's. */
  private static final Pattern PAIR =
      Pattern.compile("([^\\s=,]+)=([^\\s=,;<>\"@]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*)");

  private final Map<String, String> addresses;

  private ReminderAddresses(Map<String, String> addresses) {
    this.addresses = addresses;
  }

  /**
   * @param pairs {@code login=address}, with commas between
   * @throws ProblemException if one of them is none; tells which, and repeats nothing of it
   */
  public static ReminderAddresses of(Optional<String> pairs) {
    if (pairs.isEmpty()) {
      return NONE;
    }
    Map<String, String> addresses = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String[] parts = pairs.get().split(",");
    for (int i = 0; i < parts.length; i++) {
      Matcher pair = PAIR.matcher(parts[i].strip());
      if (!pair.matches()) {
        throw new ProblemException(
            VARIABLE + ": entry " + (i + 1) + " is not a login and an e-mail address",
            "Write login=address, with commas between, such as ada=ada@example.org.");
      }
      addresses.put(pair.group(1), pair.group(2));
    }
    return new ReminderAddresses(addresses);
  }

  Iterable<String> logins() {
    return addresses.keySet();
  }

  Optional<String> of(String login) {
    return Optional.ofNullable(addresses.get(login));
  }

  /** How many there are, and none of them. */
  @Override
  public String toString() {
    return addresses.size() + " addresses";
  }
}
