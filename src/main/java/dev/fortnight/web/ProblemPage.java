package dev.fortnight.web;

import dev.fortnight.problem.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** Says what could not be done, and what to do about it. */
@Provider
public final class ProblemPage implements ExceptionMapper<ProblemException> {

  /** The templates, which Quarkus compiles against what they are given. */
  @CheckedTemplate
  static final class Templates {

    private Templates() {}

    static native TemplateInstance problem(String what, String remedy);
  }

  @Override
  public Response toResponse(ProblemException problem) {
    String what = problem.getMessage();
    return Response.status(Response.Status.CONFLICT)
        .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=utf-8")
        .entity(
            Templates.problem(
                what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) + ".",
                problem.remedy()))
        .build();
  }
}
