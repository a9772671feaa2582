package dev.fortnight.web;

import dev.fortnight.cycle.CycleStatus;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.Standing;
import dev.fortnight.store.Database;
import dev.fortnight.web.signin.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;

/** The page that shows how each step of the cycle stands, and when it is looked at next. */
@Path("/cycle")
public final class CycleResource {

  private final Refresh refresh;
  private final RefreshSchedule schedule;
  private final Database database;
  private final Clock clock;

  CycleResource(Refresh refresh, RefreshSchedule schedule, Database database, Clock clock) {
    this.refresh = refresh;
    this.schedule = schedule;
    this.database = database;
    this.clock = clock;
  }

  /** The template, which Quarkus compiles against what it is given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance cycle(CyclePage page);
  }

  /** Until the programme could be read, the first page says why. */
  @GET
  @Needs(Role.READER)
  @Blocking
  @Produces("text/html;charset=utf-8")
  public Response cycle() {
    return refresh
        .look()
        .standing()
        .map(Standing::programme)
        .map(programme -> CycleStatus.of(database, programme, clock, Clock.systemUTC()))
        .map(status -> CyclePage.of(status, schedule.refusal()))
        .map(page -> Response.ok(Templates.cycle(page)).build())
        .orElseGet(() -> Response.seeOther(URI.create("/")).build());
  }
}
