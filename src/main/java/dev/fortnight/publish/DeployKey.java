package dev.fortnight.publish;

import dev.fortnight.problem.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.transport.SshConfigStore;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/**
 * Opens SSH connections with one key to hosts that are known, and with nothing else: no agent, no
 * other key, no configuration of this machine's user, no question to anybody.
 */
final class DeployKey {

  private final SshSessionFactory sessions;

  private DeployKey(SshSessionFactory sessions) {
    this.sessions = sessions;
  }

  /**
   * @throws ProblemException if there is no key that can be read
   */
  static DeployKey of(GitLogin login) {
    Path key =
        login
            .deployKey()
            .filter(Files::isReadable)
            .orElseThrow(
                () ->
                    new ProblemException(
                        "the site is published over SSH, and there is no key for that",
                        "Set FORTNIGHT_DEPLOY_KEY to the file of a private key that may push."));
    File home = new File(System.getProperty("user.home"));
    return new DeployKey(
        new SshdSessionFactoryBuilder()
            .setHomeDirectory(home)
            .setSshDirectory(new File(home, ".ssh"))
            .setPreferredAuthentications("publickey")
            .setDefaultIdentities(folder -> List.of(key))
            .setDefaultKnownHostsFiles(folder -> List.of(login.knownHosts()))
            .setConfigStoreFactory((ofUser, file, user) -> new Strict())
            .setConnectorFactory(null)
            .build(null));
  }

  void use(Transport transport) {
    if (transport instanceof SshTransport ssh) {
      ssh.setSshSessionFactory(sessions);
    }
  }

  /** Whether a connection was not made because the host's key is not the one that is known. */
  static boolean isUnknownHost(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SshException ssh
                    && ssh.getDisconnectCode()
                        == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE);
  }

  /** Hosts must be known. */
  private record Strict() implements SshConfigStore {

    private static final Map<String, String> OPTIONS =
        Map.of("StrictHostKeyChecking", "yes", "IdentityAgent", "none");

    @Override
    public HostConfig lookup(String host, int port, String user) {
      return new Options();
    }

    @Override
    public HostConfig lookupDefault(String host, int port, String user) {
      return new Options();
    }

    private record Options() implements HostConfig {

      @Override
      public String getValue(String key) {
        return OPTIONS.entrySet().stream()
            .filter(option -> option.getKey().equalsIgnoreCase(key))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
      }

      @Override
      public List<String> getValues(String key) {
        return List.of();
      }

      @Override
      public Map<String, String> getOptions() {
        return OPTIONS;
      }

      @Override
      public Map<String, List<String>> getMultiValuedOptions() {
        return Map.of();
      }
    }
  }
}
