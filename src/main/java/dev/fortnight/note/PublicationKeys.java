package dev.fortnight.note;

import dev.fortnight.problem.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys that decide what of a note is published, and whose words it holds. Each note says them
 * itself, so none of them is a default, and none is overlooked because of how it is written.
 */
public final class PublicationKeys {

  public static final String PARTICIPANTS = "participants";

  private static final Map<String, String> KEYS =
      List.of("consent", "consent_expires", "publish_after", "published", "draft", PARTICIPANTS)
          .stream()
          .collect(Collectors.toUnmodifiableMap(PublicationKeys::folded, key -> key));

  private static final Set<String> NEAR =
      Set.of("consentexpires", "publishafter", "published", PARTICIPANTS);

  private static final Set<String> CONSENT = Set.of("consent");

  /** Keys of other programs that only look like a slip. */
  private static final Set<String> OTHERS =
      Set.of("publisher", "publish", "publish_date", "content", "contents", "context", "drafts");

  private static final int MOST_SLIPS = 2;

  private PublicationKeys() {}

  /** The key that a name means, in any case, with any signs and with a slip in the longer ones. */
  public static Optional<String> meant(String name, Object value) {
    String folded = folded(name);
    if (KEYS.containsKey(folded) || OTHERS.contains(name.toLowerCase(Locale.ROOT))) {
      return Optional.ofNullable(KEYS.get(folded));
    }
    return NearestName.of(folded, NEAR)
        .filter(near -> Math.abs(near.length() - folded.length()) <= MOST_SLIPS)
        .or(() -> isConsent(value) ? NearestName.of(folded, CONSENT) : Optional.empty())
        .map(KEYS::get);
  }

  /** Whether a default of such a key would keep notes back, or may have been meant to. */
  static boolean holdsBack(String key, Object value) {
    String word = String.valueOf(value).strip().toLowerCase(Locale.ROOT);
    return switch (key) {
      case PARTICIPANTS -> false;
      case "published" -> !word.matches("true|yes|on|y");
      case "draft" -> !word.matches("false|no|off|n");
      case "consent" -> !word.equals(Consent.PUBLIC.word());
      default -> true;
    };
  }

  private static boolean isConsent(Object value) {
    return value instanceof String word && Consent.ofWord(word.strip()).isPresent();
  }

  /** Its letters alone; each key of each note is asked about whenever notes are checked. */
  private static String folded(String key) {
    StringBuilder letters = new StringBuilder(key.length());
    String lower = key.toLowerCase(Locale.ROOT);
    for (int at = 0; at < lower.length(); at++) {
      char c = lower.charAt(at);
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
