package dev.fortnight.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What the page of signing off says; the sentences stand in {@code review/en.properties}. */
public final class ReviewWords {

  private static final String FILE = "/review/en.properties";

  private final Properties texts = new Properties();

  ReviewWords() {
    try (InputStream stream = ReviewWords.class.getResourceAsStream(FILE)) {
      texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the wording cannot be read", e);
    }
  }

  public String say(String key) {
    return sentence(key);
  }

  public String say(String key, Object... values) {
    return sentence(key).formatted(values);
  }

  /** The sentence for one, or for another number. */
  String count(String key, long number) {
    return number == 1 ? sentence(key + ".one") : say(key + ".many", number);
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  private String sentence(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no wording for " + key);
    }
    return text;
  }
}
