package dev.fortnight.web;

import dev.fortnight.cycle.Step;
import dev.fortnight.cycle.TopicRefresh;
import dev.fortnight.web.signin.Role;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells pages that are open what the server is at, and when they have become old. */
@Path("/progress")
@Singleton
public final class ProgressResource {

  /** What is through sooner nobody needs to be told. */
  private static final Duration TICK = Duration.ofSeconds(1);

  /** In ticks. A browser asks again, and is asked again who it is. */
  private static final int LIFE = 600;

  /** In ticks. What says nothing new keeps proxies from hanging up. */
  private static final int HEARTBEAT = 15;

  /** More browsers than that have to do without. */
  private static final int MOST = 500;

  private final Visit visit;
  private final RunningSteps steps;
  private final TopicRefresh topics;
  private final PageState state;
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean isClosed;

  ProgressResource(Visit visit, RunningSteps steps, TopicRefresh topics, PageState state) {
    this.visit = visit;
    this.steps = steps;
    this.topics = topics;
    this.state = state;
  }

  void close(@Observes ShutdownEvent event) {
    isClosed = true;
  }

  /**
   * A line for each change: {@link PageState#seen}, a space, and what the server is at, a sentence,
   * or nothing. Nothing of what pages show is in it.
   */
  @GET
  @Needs(value = Role.READER, isUse = false)
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.TEXT_PLAIN)
  public Multi<String> progress(@Context HttpHeaders headers) {
    if (!visit.isSignedIn()) {
      throw new WebApplicationException(SignInResource.refuse());
    }
    if (isClosed || open.incrementAndGet() > MOST) {
      open.decrementAndGet();
      throw new WebApplicationException(Response.Status.SERVICE_UNAVAILABLE);
    }
    return RestMulti.fromMultiData(lines().onTermination().invoke(open::decrementAndGet))
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private Multi<String> lines() {
    Told told = new Told();
    return Multi.createFrom()
        .ticks()
        .every(TICK)
        .onOverflow()
        .drop()
        .select()
        .first(LIFE)
        .select()
        .first(tick -> !isClosed)
        .map(tick -> told.news(tick, now()))
        .filter(Optional::isPresent)
        .map(Optional::get);
  }

  private String now() {
    String doing =
        steps
            .now()
            .map(ProgressResource::sentence)
            .orElseGet(() -> topics.isSyncing() ? Words.say("progress.sync") : "");
    return state.seen() + " " + doing;
  }

  static String sentence(Step step) {
    return Words.say("progress." + step.name().toLowerCase(Locale.ROOT));
  }

  /** What one browser was told last. */
  private static final class Told {

    private String last = "";

    /** Something that was not told yet, or that is due again. */
    Optional<String> news(long tick, String now) {
      boolean isOld = now.equals(last) && tick % HEARTBEAT != 0;
      last = now;
      return isOld ? Optional.empty() : Optional.of(now);
    }
  }
}
