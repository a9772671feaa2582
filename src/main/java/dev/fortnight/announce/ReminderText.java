package dev.fortnight.announce;

import dev.fortnight.programme.Programme;
import dev.fortnight.sprint.Sprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What a reminder says: how much waits, until when, and where to go on. It counts, and names
 * neither items nor people. The sentences stand in {@code reminder/<language>.properties}.
 */
public final class ReminderText {

  private final Programme programme;
  private final Properties texts;

  public ReminderText(Programme programme) {
    this.programme = programme;
    this.texts = read(programme.language().getLanguage(), read("en", new Properties()));
  }

  private static Properties read(String language, Properties fallback) {
    Properties texts = new Properties(fallback);
    String file = "/reminder/" + language + ".properties";
    try (InputStream stream = ReminderText.class.getResourceAsStream(file)) {
      if (stream != null) {
        texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("the wording cannot be read", e);
    }
  }

  private String say(String key, Object... values) {
    return texts.getProperty(key).formatted(values);
  }

  public String subject(Sprint sprint) {
    return say("subject", programme.title(), sprint.number()).replaceAll("\\p{Cntrl}+", " ");
  }

  /**
   * @param isLate whether the deadline has passed
   * @param open how many of the changed items are not decided; where none is, signing off waits
   * @param address where to decide; empty where Fortnight does not know how it is reached
   */
  public String text(Sprint sprint, boolean isLate, int open, int changed, Optional<URI> address) {
    String waiting =
        say("waiting." + (open == 0 ? "none" : open == 1 ? "one" : "many"), open, changed);
    String sentence =
        say(
            isLate ? "late" : "before",
            programme.title(),
            sprint.number(),
            waiting,
            deadline(sprint));
    return sentence
        + "\n"
        + address.map(place -> say("link", place)).orElseGet(() -> say("no-link"));
  }

  private String deadline(Sprint sprint) {
    Locale language = programme.language();
    return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", language).format(sprint.deadline())
        + " "
        + say("at", DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(sprint.deadline()))
        + " ("
        + sprint.deadline().getZone()
        + ")";
  }
}
