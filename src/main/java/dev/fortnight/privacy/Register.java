package dev.fortnight.privacy;

import dev.fortnight.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The register of participants: a private file outside every repository, to be searched for and
 * never to be published.
 */
public final class Register {

  public static final Register EMPTY = new Register(List.of());

  private final List<Participant> participants;
  private Names names;

  public Register(List<Participant> participants) {
    this.participants = List.copyOf(participants);
  }

  /**
   * Reads {@code participants: [{id, real_name, …}]}, YAML in plain text or encrypted with a
   * passphrase in the OpenPGP format, as {@code gpg --symmetric} writes it.
   *
   * @param environment where {@code FORTNIGHT_REGISTER_PASSPHRASE} stands
   * @throws ProblemException if the file cannot be read or decrypted, is not such YAML, or names
   *     nobody; it never repeats what stands in the file
   */
  public static Register read(Path file, Map<String, String> environment) {
    return new Register(RegisterReader.read(file, environment));
  }

  List<Participant> participants() {
    return participants;
  }

  /** All forms of all their names; made once, since it takes a while for thousands. */
  synchronized Names names() {
    if (names == null) {
      names = Names.of(participants);
    }
    return names;
  }

  /** Whoever a note calls by a pseudonym or by the id of the entry. */
  public Optional<Participant> called(String pseudonym) {
    return participants.stream()
        .filter(
            person ->
                person.id().equals(pseudonym)
                    || person.pseudonym().filter(pseudonym::equals).isPresent())
        .findFirst();
  }

  public boolean isEmpty() {
    return participants.isEmpty();
  }

  @Override
  public String toString() {
    return "Register of " + participants.size();
  }
}
