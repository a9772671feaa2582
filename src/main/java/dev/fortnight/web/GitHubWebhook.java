package dev.fortnight.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fortnight.cycle.Refresh;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.quartz.SchedulerException;

/**
 * Takes GitHub's word that something was pushed. It is a hint only: the same word twice refreshes
 * twice, and one that gets lost is made good by the next refresh that is due.
 */
@Path("/webhooks/github")
public final class GitHubWebhook {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Optional<WebhookSecret> secret;
  private final Refresh refresh;
  private final RefreshSchedule schedule;

  GitHubWebhook(ServerConfig config, Refresh refresh, RefreshSchedule schedule) {
    this.secret = config.webhookSecret();
    this.refresh = refresh;
    this.schedule = schedule;
  }

  /** Nothing of the body is looked at before its signature is. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response receive(
      @HeaderParam("X-Hub-Signature-256") String signature,
      @HeaderParam("X-GitHub-Event") String event,
      byte[] body)
      throws SchedulerException {
    if (secret.isEmpty()) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
    byte[] bytes = body == null ? new byte[0] : body;
    if (!secret.get().signed(bytes, signature)) {
      return Response.status(Response.Status.UNAUTHORIZED).build();
    }
    if (!"push".equals(event)) {
      return Response.noContent().build();
    }
    Optional<JsonNode> push = json(bytes);
    if (push.isEmpty()) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity("Set the webhook's content type to application/json.\n")
          .type("text/plain;charset=utf-8")
          .build();
    }
    if (!isAboutNotes(push.get())) {
      return Response.noContent().build();
    }
    schedule.request();
    return Response.accepted().build();
  }

  /** Before the programme could be read any push may be. */
  private boolean isAboutNotes(JsonNode push) {
    return refresh
        .state()
        .standing()
        .map(standing -> "refs/heads/" + standing.programme().notes().branch())
        .map(branch -> branch.equals(push.path("ref").asText()))
        .orElse(true);
  }

  private static Optional<JsonNode> json(byte[] bytes) {
    try {
      return Optional.ofNullable(MAPPER.readTree(bytes));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
