package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.TopicRefresh;
import dev.fortnight.topic.github.Delivery;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.quartz.SchedulerException;

/**
 * Takes GitHub's word that something was pushed or that an issue changed. It is a hint only: what
 * happened is asked of GitHub, and a word that gets lost is made good by what is due anyway.
 */
@Path("/webhooks/github")
public final class GitHubWebhook {

  private static final Set<String> OF_TOPICS =
      Set.of("issues", "issue_comment", "label", "milestone", "repository");

  /** After these, lists do not show what they showed. */
  private static final Set<String> REMOVALS = Set.of("deleted", "transferred", "unlabeled");

  private final Optional<WebhookSecret> secret;
  private final Refresh refresh;
  private final RefreshSchedule schedule;
  private final TopicRefresh topics;

  GitHubWebhook(
      ServerConfig config, Refresh refresh, RefreshSchedule schedule, TopicRefresh topics) {
    this.secret = config.webhookSecret();
    this.refresh = refresh;
    this.schedule = schedule;
    this.topics = topics;
  }

  /** Nothing of the body is looked at before its signature is. */
  @POST
  @ForAnybody
  @Consumes(MediaType.WILDCARD)
  public Response receive(
      @HeaderParam("X-Hub-Signature-256") String signature,
      @HeaderParam("X-GitHub-Event") String event,
      @HeaderParam("X-GitHub-Delivery") String delivery,
      byte[] body)
      throws SchedulerException {
    if (secret.isEmpty()) {
      return Response.status(Response.Status.NOT_FOUND).build();
    }
    byte[] bytes = body == null ? new byte[0] : body;
    if (!secret.get().signed(bytes, signature)) {
      return Response.status(Response.Status.UNAUTHORIZED).build();
    }
    boolean isOfTopics = event != null && OF_TOPICS.contains(event);
    if (!isOfTopics && !"push".equals(event)) {
      return Response.noContent().build();
    }
    Optional<WebhookPayload> payload = payload(bytes);
    if (payload.isEmpty()) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity("Set the webhook's content type to application/json.\n")
          .type("text/plain;charset=utf-8")
          .build();
    }
    return isOfTopics ? topics(payload.get(), delivery) : push(payload.get());
  }

  private Response topics(WebhookPayload payload, String delivery) {
    if (payload.repository().isEmpty()) {
      return Response.noContent().build();
    }
    boolean isRemoval = payload.issue() > 0 && REMOVALS.contains(payload.action());
    topics.hint(
        new Delivery(
            delivery == null ? "" : delivery,
            payload.repository(),
            isRemoval ? OptionalInt.of(payload.issue()) : OptionalInt.empty()));
    return Response.accepted().build();
  }

  private Response push(WebhookPayload payload) throws SchedulerException {
    if (!isAboutNotes(payload)) {
      return Response.noContent().build();
    }
    schedule.request();
    return Response.accepted().build();
  }

  /** Before the programme could be read any push may be. */
  private boolean isAboutNotes(WebhookPayload push) {
    return refresh
        .state()
        .standing()
        .map(standing -> "refs/heads/" + standing.programme().notes().branch())
        .map(branch -> branch.equals(push.ref()))
        .orElse(true);
  }

  private static Optional<WebhookPayload> payload(byte[] bytes) {
    try {
      return Optional.of(WebhookPayload.read(bytes));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
