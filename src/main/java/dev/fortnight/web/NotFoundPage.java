package dev.fortnight.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says that there is no such page, and nothing of what was asked for. */
@Singleton
final class NotFoundPage {

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance missing();
  }

  @ServerExceptionMapper
  Response map(NotFoundException missing) {
    return Response.status(Response.Status.NOT_FOUND)
        .type("text/html;charset=utf-8")
        .entity(Templates.missing())
        .build();
  }
}
