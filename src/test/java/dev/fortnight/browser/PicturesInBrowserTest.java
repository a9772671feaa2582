package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.fortnight.privacy.Picture;
import dev.fortnight.privacy.SamplePictures;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A cleaned picture looks as it did before, to the last pixel. */
class PicturesInBrowserTest {

  private static final String DRAWING =
      """
      <?xml version="1.0"?>
      <!-- Illustrative -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
          xmlns:i="http://www.inkscape.org/namespaces/inkscape" width="300" height="200" viewBox="0 0 300 200">
        <metadata>Author</metadata>
        <style><![CDATA[ @font-face{} .box{fill:url(#shade);stroke:#0b0c0c;stroke-width:2} text > .b{font-weight:bold} ]]></style>
        <defs>
          <linearGradient id="shade0"><stop offset="0" stop-color="#1d70b8"/><stop offset="1" stop-color="#fff"/></linearGradient>
          <linearGradient id="shade" xlink:href="#shade0" x2="0" y2="1"/>
          <marker id="arrow" markerWidth="8" markerHeight="8" refX="4" refY="4" orient="auto"><path d="M0,0L8,4L0,8z"/></marker>
          <clipPath id="clip"><circle cx="250" cy="50" r="30"/></clipPath>
          <filter id="soft"><feGaussianBlur stdDeviation="2"/></filter>
          <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="2" style="fill:red"/></pattern>
        </defs>
        <g i:label="Layer 1" id="layer1" transform="translate(5 5)" onclick="x()">
          <rect class="box" width="120" height="60" rx="6"/>
          <text x="10" y="35" font-family="'Liberation Sans', sans-serif" font-size="18">Permit <tspan class="b" dy="2">queue</tspan></text>
          <a xlink:href="https://example.org/"><path id="p" d="M130 30h60" stroke="#000" marker-end="url(#arrow)"/></a>
          <use xlink:href="#p" y="20"/>
        </g>
        <rect x="220" y="20" width="60" height="60" fill="url(#dots)" clip-path="url(#clip)"/>
        <ellipse cx="80" cy="140" rx="60" ry="30" style="fill:#00703c;filter:url('#soft');opacity:.7"/>
        <switch><foreignObject requiredExtensions="urn:none" width="9" height="9"/><text x="160" y="150">Instead</text></switch>
      </svg>
      """;

  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @Test
  void looksAsBefore() {
    Map<String, byte[]> sources = new LinkedHashMap<>(SamplePictures.carrying());
    sources.put("image/webp;photograph", SamplePictures.lyingWebp(photograph()));
    sources.put("image/svg+xml", DRAWING.getBytes(StandardCharsets.UTF_8));
    sources.forEach(
        (type, source) -> {
          byte[] clean = ((Picture.Clean) Picture.of(source)).bytes();

          assertThat(clean).as(type).isNotEqualTo(source);
          assertThat(seen(type, clean)).as(type).isEqualTo(seen(type, source));
        });
  }

  /** A picture that is wider than high, as the browser itself writes WebP. */
  private static byte[] photograph() {
    try (Page page = browser.page()) {
      Object address =
          page.evaluate(
              """
              () => {
                const canvas = document.createElement('canvas');
                canvas.width = 20;
                canvas.height = 12;
                canvas.getContext('2d').fillRect(3, 2, 9, 4);
                return canvas.toDataURL('image/webp', 0.8);
              }
              """);
      return Base64.getDecoder().decode(address.toString().replaceFirst(".*,", ""));
    }
  }

  /** The size and all pixels of a picture that a page shows. */
  private static String seen(String type, byte[] bytes) {
    String address =
        "data:"
            + type.replaceFirst(";.*", "")
            + ";base64,"
            + Base64.getEncoder().encodeToString(bytes);
    try (Page page = browser.page()) {
      return (String)
          page.evaluate(
              """
              async address => {
                const image = new Image();
                image.src = address;
                await image.decode();
                const canvas = document.createElement('canvas');
                canvas.width = image.naturalWidth;
                canvas.height = image.naturalHeight;
                const context = canvas.getContext('2d');
                context.drawImage(image, 0, 0);
                const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
                return canvas.width + 'x' + canvas.height + ' ' + pixels.join(' ');
              }
              """,
              address);
    }
  }
}
