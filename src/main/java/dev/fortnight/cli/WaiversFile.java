package dev.fortnight.cli;

import dev.fortnight.privacy.Waiver;
import dev.fortnight.privacy.WaiversReader;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Adds waivers to the programme's file of them. */
final class WaiversFile {

  private static final String HEAD =
      "# What may be published although it looks personal; written by 'fortnight new waiver'.\n"
          + "waivers:\n";

  private final Path file;

  /**
   * @param folder the programme's
   */
  WaiversFile(Path folder) {
    this.file = folder.resolve(WaiversReader.FILE);
  }

  /**
   * Adds one; the file is whole at any moment.
   *
   * @throws ProblemException if the file is not one of waivers, or cannot be written
   */
  void add(Waiver waiver) {
    try {
      boolean isThere = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      String before = isThere ? Files.readString(file) : HEAD;
      String after = before.endsWith("\n") ? before + entry(waiver) : before + "\n" + entry(waiver);
      if (WaiversReader.read(after.getBytes(StandardCharsets.UTF_8)).waivers().all().stream()
          .noneMatch(other -> other.hash().equals(waiver.hash()))) {
        throw new ProblemException(
            WaiversReader.FILE + " is not a list of waivers at its end",
            "Correct what 'fortnight check' says of it first.");
      }
      Path part = Files.createTempFile(file.getParent(), ".waivers", ".yml");
      Files.writeString(part, after);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ProblemException(
          WaiversReader.FILE + " cannot be written", "Check its permissions.", e);
    }
  }

  private static String entry(Waiver waiver) {
    return """
      - note: %s
        kind: %s
        salt: "%s"
        hash: "%s"
        reason: %s
        by: %s
        until: %s
    """
        .formatted(
            quoted(waiver.note()),
            waiver.kind().word(),
            waiver.salt(),
            waiver.hash(),
            quoted(waiver.reason()),
            quoted(waiver.by()),
            waiver.until());
  }

  /** In single quotation marks nothing but these has to be doubled. */
  private static String quoted(String text) {
    return "'" + text.replaceAll("\\p{Cntrl}+", " ").replace("'", "''") + "'";
  }
}
