package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.RefreshState;
import dev.fortnight.cycle.Standing;
import dev.fortnight.cycle.TopicRefresh;
import dev.fortnight.web.signin.Role;
import dev.fortnight.web.signin.Session;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The page that shows where the programme stands. */
@Path("/")
public final class OverviewResource {

  private final Refresh refresh;
  private final Visitors visitors;
  private final TopicRefresh topics;
  private final Clock clock;

  OverviewResource(Refresh refresh, Visitors visitors, TopicRefresh topics, Clock clock) {
    this.refresh = refresh;
    this.visitors = visitors;
    this.topics = topics;
    this.clock = clock;
  }

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance overview(Overview overview, DecisionForms forms);
  }

  /** The overview; looking changes nothing. */
  @GET
  @Needs(Role.READER)
  @Blocking
  @Produces("text/html;charset=utf-8")
  public TemplateInstance overview(@Context HttpHeaders headers) {
    RefreshState state = refresh.look().with(topics.failures());
    Optional<Session> visitor = visitors.visitor(headers);
    return Templates.overview(
        Overview.of(
            state,
            clock.instant(),
            state.standing().map(Standing::programme).map(topics::gone).orElse(List.of())),
        DecisionForms.of(state, visitor, visitors.role(visitor)));
  }
}
