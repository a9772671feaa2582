package dev.fortnight.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.edition.Source;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publishing over SSH to a server that runs git's own receive-pack. */
class DeployKeyTest {

  @TempDir Path folder;

  private final GeneratedSite site = new GeneratedSite(5);
  private Branch branch;
  private SshServer server;
  private KeyPair hostKey;
  private KeyPair admitted;
  private Path knownHosts;

  @BeforeEach
  void serve() throws Exception {
    branch = Branch.create(folder.resolve("site.git"));
    hostKey = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    admitted = KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setKeyExchangeFactories( // the others take seconds without the second compiler
        NamedFactory.setUpTransformedFactories(
            false, List.of(BuiltinDHFactories.ecdhp256), ServerBuilder.DH2KEX));
    server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    server.setPublickeyAuthenticator(
        (user, key, session) -> KeyUtils.compareKeys(key, admitted.getPublic()));
    server.setCommandFactory(
        (channel, command) ->
            new ProcessShellFactory(command, "/bin/sh", "-c", command).createShell(channel));
    server.start();
    knownHosts = folder.resolve("known_hosts");
    Files.writeString(knownHosts, known(hostKey));
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(true);
  }

  @ParameterizedTest
  @CsvSource({"ssh-rsa, 2048", "ecdsa-sha2-nistp256, 256", "ssh-ed25519, 256"})
  void keyThatIsAdmittedPublishes(String type, int size) throws Exception {
    admitted = KeyUtils.generateKeyPair(type, size);

    publisher(key(admitted, Optional.empty())).publish(site.edition(1));
    publisher(key(admitted, Optional.empty())).publish(site.working());

    assertThat(branch.messages()).containsExactly("Publish the working site", "Publish edition 1");
  }

  @Test
  void hostThatIsNotKnownIsRefusedAndNotRemembered() throws Exception {
    Files.writeString(knownHosts, "");

    assertThatThrownBy(() -> publisher(key(admitted, Optional.empty())).publish(site.edition(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the host that the site is published to is not known by its key")
        .extracting(e -> ((ProblemException) e).remedy())
        .isEqualTo(
            "Compare its key with the one that its owner publishes, and add it to "
                + knownHosts
                + ".");
    assertThat(knownHosts).isEmptyFile();
    assertThat(branch.tip()).isNull();
  }

  @Test
  void hostWithAnotherKeyThanTheKnownOneIsRefused() throws Exception {
    Files.writeString(knownHosts, known(KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256)));

    assertThatThrownBy(() -> publisher(key(admitted, Optional.empty())).publish(site.edition(1)))
        .hasMessage("the host that the site is published to is not known by its key");
  }

  @Test
  void missingFileOfKnownHostsIsNotMade() throws Exception {
    Files.delete(knownHosts);

    assertThatThrownBy(() -> publisher(key(admitted, Optional.empty())).publish(site.edition(1)))
        .hasMessage("the host that the site is published to is not known by its key");
    assertThat(knownHosts).doesNotExist();
  }

  @Test
  void keyThatIsNotAdmittedIsReported() throws Exception {
    Path key = key(KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256), Optional.empty());

    assertThatThrownBy(() -> publisher(key).publish(site.edition(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the repository that the site is published to cannot be reached");
  }

  @Test
  void keyWithAPassphraseFailsWithoutAQuestion() throws Exception {
    Path key = key(admitted, Optional.of("illustrative"));

    assertThatThrownBy(() -> publisher(key).publish(site.edition(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the repository that the site is published to cannot be reached");
  }

  @Test
  void addressOverSshNeedsAKey() {
    assertThatThrownBy(() -> publisher(Map.of()).publish(site.edition(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessage("the site is published over SSH, and there is no key for that");
    assertThatThrownBy(() -> publisher(folder.resolve("no-such-key")).publish(site.working()))
        .hasMessage("the site is published over SSH, and there is no key for that");
  }

  private String known(KeyPair key) {
    return "[127.0.0.1]:"
        + server.getPort()
        + " "
        + PublicKeyEntry.toString(key.getPublic())
        + "\n";
  }

  private Path key(KeyPair pair, Optional<String> passphrase)
      throws IOException, GeneralSecurityException {
    Path file = folder.resolve("deploy-key");
    OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
    encryption.setCipherName("AES");
    encryption.setCipherType("256");
    encryption.setPassword(passphrase.orElse(null));
    try (OutputStream out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
          pair, "illustrative", passphrase.isPresent() ? encryption : null, out);
    }
    return file;
  }

  private GitHubPagesPublisher publisher(Path key) {
    Map<String, String> environment = new HashMap<>();
    environment.put("FORTNIGHT_DEPLOY_KEY", key.toString());
    environment.put("FORTNIGHT_KNOWN_HOSTS", knownHosts.toString());
    return publisher(environment);
  }

  private GitHubPagesPublisher publisher(Map<String, String> environment) {
    return new GitHubPagesPublisher(
        "ssh://git@127.0.0.1:" + server.getPort() + folder.resolve("site.git"),
        Settings.DEFAULT,
        folder.resolve("cache"),
        GitLogin.of(Optional.empty(), environment),
        Clock.fixed(Source.REVIEW, ZoneOffset.UTC));
  }
}
