package dev.fortnight.web;

import dev.fortnight.web.signin.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.function.BiFunction;

/** What researchers look up between reviews. Looking changes nothing. */
@Path("/")
@Produces("text/html;charset=utf-8")
@Blocking
public final class ResearcherResource {

  private final Glances glances;

  ResearcherResource(Glances glances) {
    this.glances = glances;
  }

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance sprint(SprintPage page);

    static native TemplateInstance backlog(BacklogPage page);

    static native TemplateInstance notes(NotesPage page);

    static native TemplateInstance assumptions(AssumptionsPage page);

    static native TemplateInstance editions(EditionsPage page);

    static native TemplateInstance nothing(Freshness freshness);
  }

  /** The sprint at a glance. */
  @GET
  @Needs(Role.READER)
  @Path("sprint")
  public TemplateInstance sprint() {
    return page(
        (glance, freshness) ->
            Templates.sprint(
                SprintPage.of(glance, glances.moves(glance), glances.gone(glance), freshness)));
  }

  /** All topics. */
  @GET
  @Needs(Role.READER)
  @Path("backlog")
  public TemplateInstance backlog() {
    return page((glance, freshness) -> Templates.backlog(BacklogPage.of(glance, freshness)));
  }

  /** All notes. */
  @GET
  @Needs(Role.READER)
  @Path("notes")
  public TemplateInstance notes(
      @QueryParam("kind") @DefaultValue("") String kind,
      @QueryParam("page") @DefaultValue("1") int number) {
    return page(
        (glance, freshness) -> Templates.notes(NotesPage.of(glance, kind, number, freshness)));
  }

  /** All assumptions. */
  @GET
  @Needs(Role.READER)
  @Path("assumptions")
  public TemplateInstance assumptions() {
    return page(
        (glance, freshness) -> Templates.assumptions(AssumptionsPage.of(glance, freshness)));
  }

  /** All editions. */
  @GET
  @Needs(Role.READER)
  @Path("editions")
  public TemplateInstance editions() {
    return page((glance, freshness) -> Templates.editions(EditionsPage.of(glance, freshness)));
  }

  private TemplateInstance page(BiFunction<Glance, Freshness, TemplateInstance> page) {
    return glances
        .now()
        .map(glance -> page.apply(glance, glances.freshness()))
        .orElseGet(() -> Templates.nothing(glances.freshness()));
  }
}
