package dev.fortnight.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.fortnight.note.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The chain of a programme's decisions: each entry's link is a hash of what it says and of the link
 * before, so that none can be changed, moved or taken out unseen.
 */
public final class AuditTrail {

  /** What the first entry follows. */
  static final String START = "0".repeat(64);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String programme;
  private final List<AuditEntry> entries;
  private final Optional<String> end;

  /**
   * @param programme whose chain it is
   * @param entries in the order in which they were made
   * @param end the link that the newest of them must have; empty where there is none yet
   */
  AuditTrail(String programme, List<AuditEntry> entries, Optional<String> end) {
    this.programme = programme;
    this.entries = entries;
    this.end = end;
  }

  /**
   * SHA-256 over a JSON array of the previous link, the programme and all that the entry says, in
   * UTF-8; lower-case hexadecimal.
   */
  static String link(String previous, String programme, AuditEntry entry) {
    ArrayNode said = MAPPER.createArrayNode();
    said.add(previous).add(programme).add(entry.sprint()).add(entry.action().name());
    said.add(entry.subject()).add(entry.hash()).add(entry.by()).add(entry.at().toString());
    new TreeSet<>(entry.problems()).forEach(said.addArray()::add);
    said.add(entry.reasonHash().orElse(null));
    try {
      return Sha256.of(MAPPER.writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values are always writable", e);
    }
  }

  /**
   * What of the chain does not hold, as a sentence without a full stop; empty where all of it does.
   */
  public Optional<String> fault() {
    String previous = START;
    for (AuditEntry entry : entries) {
      if (entry.link().isEmpty() && previous.equals(START)) {
        continue;
      }
      String link = link(previous, programme, entry);
      if (!entry.link().equals(Optional.of(link))) {
        return Optional.of(
            "entry "
                + entry.sequence()
                + " of the audit, on "
                + entry.subject()
                + ", was changed, or the one before it is missing");
      }
      previous = link;
    }
    return end.orElse(START).equals(previous)
        ? Optional.empty()
        : Optional.of("the newest entries of the audit are missing");
  }

  /** Whether an entry with this link is in the chain. */
  public boolean holds(String link) {
    return entries.stream().anyMatch(entry -> entry.link().equals(Optional.of(link)));
  }

  /** The link of an edition's sign-off, the last if one was taken back; its manifest states it. */
  Optional<String> signOff(int edition) {
    return entries.stream()
        .filter(entry -> entry.action() == AuditEntry.Action.SIGNED_OFF)
        .filter(entry -> entry.subject().equals(SignedEdition.subject(edition)))
        .reduce((one, later) -> later)
        .flatMap(AuditEntry::link);
  }

  public int size() {
    return entries.size();
  }
}
