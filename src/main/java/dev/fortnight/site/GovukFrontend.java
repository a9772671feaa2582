package dev.fortnight.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * GOV.UK Frontend's stylesheet as councils may use it: without the typeface GDS Transport, which is
 * licensed for GOV.UK alone, and without the crown. Source: design-system.service.gov.uk, "Using
 * your own typeface".
 */
public final class GovukFrontend {

  private static final byte[] STYLESHEET = adapted();

  private GovukFrontend() {}

  /** The stylesheet, in UTF-8. */
  public static byte[] stylesheet() {
    return STYLESHEET.clone();
  }

  private static byte[] adapted() {
    String path =
        "/META-INF/resources/webjars/govuk-frontend/"
            + version()
            + "/dist/govuk/govuk-frontend.min.css";
    String css = read(path);
    return css.replaceAll("@font-face\\{[^}]*}", "")
        .replaceAll("\"?GDS Transport\"?,", "system-ui,")
        .replaceAll("url\\([^)]*\\)", "none")
        .replaceAll("/\\*#.*?\\*/", "")
        .strip()
        .concat("\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = GovukFrontend.class.getResourceAsStream("/fortnight.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("govuk-frontend.version");
  }

  private static String read(String path) {
    try (InputStream in = GovukFrontend.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
