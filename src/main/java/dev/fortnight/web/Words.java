package dev.fortnight.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Properties;

/** What the server's pages say, from {@code pages/en.properties}. */
@Dependent
@Named("words")
public class Words {

  private static final Properties TEXTS = read();

  private static Properties read() {
    Properties texts = new Properties();
    try (InputStreamReader file =
        new InputStreamReader(
            Words.class.getResourceAsStream("/pages/en.properties"), StandardCharsets.UTF_8)) {
      texts.load(file);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("the wording cannot be read", e);
    }
  }

  /** A text that has no gaps. */
  public String text(String key) {
    return say(key);
  }

  /** A text with what belongs into it. */
  public String with(String key, Object... values) {
    return say(key, values);
  }

  /**
   * A text with what belongs into it.
   *
   * @param values for each {@code %s} in its order
   */
  static String say(String key, Object... values) {
    String text = TEXTS.getProperty(key);
    if (text == null) {
      throw new NoSuchElementException("no wording " + key);
    }
    return text.formatted(values);
  }

  /** The text {@code one} or {@code many} of a key, with the number first. */
  static String count(String key, long count, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = count;
    System.arraycopy(values, 0, all, 1, values.length);
    return say(key + (count == 1 ? ".one" : ".many"), all);
  }
}
