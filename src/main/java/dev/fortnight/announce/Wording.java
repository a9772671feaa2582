package dev.fortnight.announce;

import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.programme.Programme;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All that an announcement says, in one place, as plain text. */
final class Wording {

  private final Programme programme;
  private final ApprovedEdition edition;

  Wording(ApprovedEdition edition) {
    this.programme = edition.research().programme();
    this.edition = edition;
  }

  /** What was learned, in one sentence that stands alone. */
  String learned() {
    return edition.headlines().stream()
        .findFirst()
        .map(Wording::sentence)
        .orElse("Nothing changed our minds this fortnight.");
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  String title() {
    return programme.title() + ", edition " + edition.number();
  }

  String address() {
    return programme.site().url().resolve("editions/" + edition.number() + "/").toString();
  }

  /** {@code 3 new, 2 changed, 1 removed}. */
  String changes() {
    List<String> parts = new ArrayList<>();
    add(parts, edition.changes().added(), "new");
    add(parts, edition.changes().changed(), "changed");
    add(parts, edition.changes().removed(), "removed");
    return parts.isEmpty() ? "Nothing changed" : String.join(", ", parts);
  }

  private static void add(List<String> parts, int count, String word) {
    if (count > 0) {
      parts.add(count + " " + word);
    }
  }

  Optional<String> nextCall(Optional<ZonedDateTime> call) {
    Locale language = programme.language();
    return call.map(
        time ->
            "The next open call is on "
                + DateTimeFormatter.ofPattern("EEEE d MMMM", language).format(time)
                + " at "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time)
                + ".");
  }
}
