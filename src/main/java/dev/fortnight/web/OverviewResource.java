package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.RefreshState;
import dev.fortnight.cycle.Standing;
import dev.fortnight.cycle.TopicRefresh;
import dev.fortnight.web.signin.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.util.List;

/** The page that shows where the programme stands. */
@Path("/")
public final class OverviewResource {

  private final Refresh refresh;
  private final Visit visit;
  private final TopicRefresh topics;
  private final Clock clock;

  OverviewResource(Refresh refresh, Visit visit, TopicRefresh topics, Clock clock) {
    this.refresh = refresh;
    this.visit = visit;
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
  public TemplateInstance overview() {
    RefreshState state = refresh.look().with(topics.failures());
    return Templates.overview(
        Overview.of(
            state,
            clock.instant(),
            state.standing().map(Standing::programme).map(topics::gone).orElse(List.of())),
        DecisionForms.of(state, visit.session(), visit.role()));
  }
}
