package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

  private static final WebhookSecret SECRET = new WebhookSecret(ServedProgramme.SECRET);
  private static final byte[] BODY = "Hello, World!".getBytes(StandardCharsets.UTF_8);

  /** Source: docs.github.com, "Testing the webhook payload validation". */
  @Test
  void documentedSignatureIsGitHubs() {
    String documented = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    assertThat(SECRET.signed(BODY, documented)).isTrue();
    assertThat(SECRET.signed(new byte[0], documented)).isFalse();
    assertThat(new WebhookSecret("another").signed(BODY, documented)).isFalse();
    assertThat(SECRET.signed(BODY, documented.toUpperCase(Locale.ROOT))).isFalse();
    assertThat(SECRET.signed(BODY, null)).isFalse();
  }

  @Test
  void secretIsNotPrinted() {
    assertThat(SECRET).hasToString("***");
  }
}
