package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads payloads of real webhooks, which are not part of this repository: {@code
 * -Dfortnight.webhooks=FOLDER} names a folder in which they are found at any depth.
 */
@EnabledIfSystemProperty(named = "fortnight.webhooks", matches = ".+")
class WebhookRecordingsTest {

  private static final WebhookSecret SECRET = new WebhookSecret(ServedProgramme.SECRET);

  static Stream<Path> payloads() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of(System.getProperty("fortnight.webhooks")))) {
      return paths
          .filter(path -> path.toString().endsWith("payload.json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void payloadSaysWhatFortnightGoesBy(Path file) throws IOException {
    byte[] body = Files.readAllBytes(file);
    JsonNode json = new ObjectMapper().readTree(body);
    String text = new String(body, StandardCharsets.UTF_8);

    assertThat(SECRET.signed(body, GitHubSignature.of(ServedProgramme.SECRET, text))).isTrue();
    assertThat(WebhookPayload.read(body))
        .isEqualTo(
            new WebhookPayload(
                json.path("action").asText(),
                json.path("ref").asText(),
                json.path("repository").path("full_name").asText(),
                json.path("issue").path("number").asInt()));
  }
}
