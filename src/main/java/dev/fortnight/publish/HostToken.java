package dev.fortnight.publish;

import dev.fortnight.problem.Secret;
import java.util.Objects;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** A token for one host, which no other host gets, whatever it redirects to. */
final class HostToken extends UsernamePasswordCredentialsProvider {

  /** The user that GitHub expects beside a token. */
  private static final String USER = "x-access-token";

  private final URIish host;

  HostToken(URIish host, Secret token) {
    super(USER, token.reveal());
    this.host = host;
  }

  @Override
  public boolean get(URIish asking, CredentialItem... items) {
    boolean isSame =
        Objects.equals(host.getScheme(), asking.getScheme())
            && Objects.equals(host.getHost(), asking.getHost())
            && host.getPort() == asking.getPort();
    return isSame && isConfidential(asking) && super.get(asking, items);
  }

  private static boolean isConfidential(URIish asking) {
    return "https".equals(asking.getScheme()) || "127.0.0.1".equals(asking.getHost());
  }
}
