package dev.fortnight.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPayloadTest {

  @Test
  void saysWhichIssueOfWhichRepositoryAndWhatHappened() throws IOException {
    assertThat(
            read(
                "{\"action\": \"transferred\", \"issue\": {\"user\": {\"number\": 3}, \"number\":"
                    + " 12, \"labels\": [{\"number\": 9}]}, \"changes\": {\"new_issue\": {}},"
                    + " \"repository\": {\"owner\": {\"full_name\": \"no\"}, \"full_name\":"
                    + " \"council/shared\"}}"))
        .isEqualTo(new WebhookPayload("transferred", "", "council/shared", 12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"action\": {}, \"issue\": [1, {\"number\": 2}], \"repository\": \"\", \"ref\": []}",
        "{\"issue\": {\"number\": -4}}",
        "{\"issue\": {\"number\": 123456789012}}",
        "{}"
      })
  void whatIsOfAnotherTypeIsNotThere(String body) throws IOException {
    assertThat(read(body)).isEqualTo(new WebhookPayload("", "", "", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "payload=%7B%7D", "[]", "{\"action\": \"opened\"", "{\"issue\": {"})
  void whatIsNoObjectIsRefused(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(IOException.class);
  }

  private static WebhookPayload read(String body) throws IOException {
    return WebhookPayload.read(body.getBytes(UTF_8));
  }
}
