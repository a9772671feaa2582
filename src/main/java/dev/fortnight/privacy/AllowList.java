package dev.fortnight.privacy;

import dev.fortnight.programme.Programme;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be published although it looks personal, because its owner wants it so. */
final class AllowList {

  static final AllowList NOTHING =
      new AllowList(
          new Programme.Allowed(
              List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
              List.of()),
          List.of());

  private final Set<String> emails;
  private final Set<String> domains;
  private final Set<String> phones;
  private final Set<String> handles;
  private final Set<String> postcodes;
  private final Set<String> addresses;

  private AllowList(Programme.Allowed allowed, Collection<String> contacts) {
    emails = folded(Stream.concat(allowed.emails().stream(), contacts.stream()).toList());
    domains = folded(allowed.domains());
    phones = folded(allowed.phones()).stream().map(AllowList::digits).collect(Collectors.toSet());
    handles = folded(allowed.handles()).stream().map(AllowList::name).collect(Collectors.toSet());
    postcodes = closed(allowed.postcodes());
    addresses = closed(allowed.addresses());
  }

  /** What a programme allows; the address of its site's contact is meant to be seen. */
  static AllowList of(Programme programme) {
    return new AllowList(programme.allowed(), programme.site().contact().stream().toList());
  }

  /** As everything else that is searched: without accents, in lower case. */
  private static Set<String> folded(List<String> values) {
    return values.stream().map(AllowList::folded).collect(Collectors.toCollection(HashSet::new));
  }

  private static String folded(String value) {
    return Searchable.of(value).lower().strip();
  }

  private static Set<String> closed(List<String> values) {
    return folded(values).stream().map(AllowList::closed).collect(Collectors.toSet());
  }

  private static String closed(String value) {
    return value.replaceAll("[^\\p{L}\\p{Nd}]+", "");
  }

  /** A national number and its international form are the same. */
  static String digits(String phone) {
    return phone
        .replaceAll("\\(0\\)", "")
        .replaceAll("[^0-9+]", "")
        .replaceFirst("^(?:\\+|00)44", "0");
  }

  private static String name(String handle) {
    return handle.replaceFirst("^.*[@/]", "");
  }

  /**
   * @param found in lower case, as it was found
   */
  boolean covers(PersonalData kind, String found) {
    return switch (kind) {
      case EMAIL -> emails.contains(email(found)) || isIn(email(found));
      case PHONE -> phones.contains(digits(found));
      case HANDLE -> handles.contains(name(found));
      case ADDRESS -> addresses.contains(closed(found)) || endsAllowed(closed(found));
      case IP_ADDRESS -> domains.contains(found);
      case SECRET,
          PARTICIPANT,
          CARD,
          BANK,
          NHS_NUMBER,
          NATIONAL_INSURANCE,
          DRIVING_LICENCE,
          PASSPORT,
          BIRTH_DATE,
          PLATE ->
          false;
    };
  }

  private static String email(String found) {
    return found
        .replaceAll("[\\s\\[({<]+(?:at|@)[\\s\\])}>]+", "@")
        .replaceAll("[\\s\\[({<]+(?:dot|\\.)[\\s\\])}>]+", ".")
        .replace(" ", "");
  }

  private boolean isIn(String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1);
    return domains.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own));
  }

  private boolean endsAllowed(String address) {
    return postcodes.stream().anyMatch(address::endsWith);
  }
}
