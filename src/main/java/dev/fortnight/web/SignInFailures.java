package dev.fortnight.web;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever goes wrong between here and a provider, the answer is the same. */
@Singleton
final class SignInFailures {

  private static final Logger LOG = Logger.getLogger(SignInFailures.class);

  private final Provider<SignInRecord> record;

  SignInFailures(Provider<SignInRecord> record) {
    this.record = record;
  }

  /** The provider's answer is forged, used up, or to somebody else's question. */
  @ServerExceptionMapper
  Response map(AuthenticationCompletionException failure, HttpServerRequest request) {
    // its message may hold what the provider says of somebody
    LOG.warn("A sign-in at the provider failed: its answer does not hold, or it gave none");
    record.get().failed(request, "an answer of the provider that does not hold");
    return SignInResource.refuse();
  }

  /** What a browser holds of the provider's is too old or forged. */
  @ServerExceptionMapper
  Response map(AuthenticationFailedException failure) {
    return SignInResource.refuse();
  }
}
