package dev.fortnight.web;

import dev.fortnight.cycle.Refresh;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The page that shows where the programme stands. */
@Path("/")
public final class OverviewResource {

  private final Refresh refresh;

  OverviewResource(Refresh refresh) {
    this.refresh = refresh;
  }

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance overview(Overview overview);
  }

  /** The overview; looking changes nothing. */
  @GET
  @Blocking
  @Produces("text/html;charset=utf-8")
  public TemplateInstance overview() {
    return Templates.overview(Overview.of(refresh.look()));
  }
}
