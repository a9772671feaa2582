package dev.fortnight.web;

import dev.fortnight.site.GovukFrontend;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** What Fortnight's own pages look like. */
@Path("/assets")
@Singleton
public final class AssetResource {

  private static final String CSS = "text/css;charset=utf-8";

  private static final String SCRIPT = "text/javascript;charset=utf-8";

  private final byte[] frontend = GovukFrontend.stylesheet();

  /** GOV.UK Frontend. */
  @GET
  @ForAnybody
  @Path("govuk-frontend.css")
  @Produces(CSS)
  public byte[] frontend() {
    return frontend;
  }

  /** Our look over it. */
  @GET
  @ForAnybody
  @Blocking
  @Path("review.css")
  @Produces(CSS)
  public byte[] review() throws IOException {
    return resource("/assets/review.css");
  }

  /** What pages do by themselves where scripts run. */
  @GET
  @ForAnybody
  @Blocking
  @Path("review.js")
  @Produces(SCRIPT)
  public byte[] script() throws IOException {
    return resource("/assets/review.js");
  }

  /** Sends forms without loading the whole page anew. */
  @GET
  @ForAnybody
  @Blocking
  @Path("htmx.js")
  @Produces(SCRIPT)
  public byte[] htmx() throws IOException {
    Properties versions = new Properties();
    versions.load(new ByteArrayInputStream(resource("/fortnight.properties")));
    String version = versions.getProperty("htmx.version");
    return resource("/META-INF/resources/webjars/htmx.org/" + version + "/dist/htmx.min.js");
  }

  /** The mark in the browser's tab. */
  @GET
  @ForAnybody
  @Blocking
  @Path("icon.svg")
  @Produces("image/svg+xml")
  public byte[] icon() throws IOException {
    return resource("/bundled/site/assets/icon.svg");
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = AssetResource.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    }
  }
}
