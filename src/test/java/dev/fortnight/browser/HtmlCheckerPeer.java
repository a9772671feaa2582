package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.PublishedSite;
import dev.fortnight.note.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTML of each kind of page in each tree, judged by the Nu HTML Checker. */
class HtmlCheckerPeer {

  /**
   * What it says that we leave as it is. GitHub and Jekyll align a table's cells by this attribute,
   * and the site's policy allows no style in its place. A slash at the end of an element without
   * content means nothing, as the checker says itself. A file has no origin, so the checker takes
   * the site's own files for others'; what the policy stops in truth, ReadingSiteTest sees. JSON-LD
   * is data, which HTML never runs and no policy stops; PublishedPagesTest looks for other scripts.
   */
  private static final Pattern ALLOWED =
      Pattern.compile(
          "The “align” attribute on the “t[dh]” element is obsolete\\. Use CSS instead\\."
              + "|Resource violates Content Security Policy \\(meta tag\\): external .*/?assets/.*"
              + "|Inline script violates Content Security Policy \\(meta tag\\): blocked by “script-src” .*"
              + "|Trailing slash on void elements has no effect .*");

  @TempDir Path folder;

  @Test
  void nothingIsWrongWithAnyKindOfPage() throws Exception {
    assertThat(complaints(Sites.demonstration())).isEmpty();
  }

  @Test
  void nothingIsWrongBesideAnArchiveOrBeforeTheFirstEdition() throws Exception {
    assertThat(complaints(Sites.withAnArchive(folder))).isEmpty();
    assertThat(complaints(Sites.waiting(folder))).isEmpty();
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    Path page = Files.writeString(folder.resolve("index.html"), "<title>A</title><p><h1></p>");

    assertThat(complaints(List.of(page.toString()))).isNotEmpty();
  }

  private static List<String> complaints(PublishedSite site) throws Exception {
    return complaints(
        PageKinds.of(site).stream()
            .map(address -> site.folder().resolve(Address.file(address)).toString())
            .toList());
  }

  private static List<String> complaints(List<String> files) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss4m",
                "-jar",
                NpmPrograms.file("vnu-jar/build/dist/vnu.jar").toString(),
                "--format",
                "json",
                "--stdout",
                "--exit-zero-always"));
    command.addAll(files);
    Process checker =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    JsonNode said = read(checker);
    List<String> complaints = new ArrayList<>();
    for (JsonNode message : said.get("messages")) {
      String text = message.get("message").asText();
      if (!ALLOWED.matcher(text).matches()) {
        complaints.add(message.path("url").asText() + ": " + text);
      }
    }
    return complaints;
  }

  private static JsonNode read(Process checker) throws IOException, InterruptedException {
    JsonNode said = new ObjectMapper().readTree(checker.getInputStream());
    assertThat(checker.waitFor()).as("the checker ran").isZero();
    return said;
  }
}
