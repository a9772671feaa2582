package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.web.signin.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** Who decided what, when and why, for those who are signed in. */
@Path("/review")
@Blocking
public final class AuditResource {

  private final Refresh refresh;
  private final Visit visit;

  AuditResource(Refresh refresh, Visit visit) {
    this.refresh = refresh;
    this.visit = visit;
  }

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance audit(AuditPage page);
  }

  @GET
  @Needs(Role.REVIEWER)
  @Path("audit")
  @Produces("text/html;charset=utf-8")
  public Response audit(
      @QueryParam("words") @DefaultValue("") String words,
      @QueryParam("page") @DefaultValue("1") int page) {
    return show(
        cycle -> Response.ok(Templates.audit(AuditPage.of(cycle, words.strip(), page))).build());
  }

  /** The same for a spreadsheet. */
  @GET
  @Needs(Role.REVIEWER)
  @Path("audit.csv")
  @Produces("text/csv;charset=utf-8")
  public Response csv() {
    return show(
        cycle ->
            Response.ok(AuditPage.csv(cycle))
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .build());
  }

  private Response show(Function<Cycle, Response> page) {
    return visit
        .session()
        .map(session -> page.apply(refresh.cycle()))
        .orElseGet(SignInResource::refuse);
  }
}
