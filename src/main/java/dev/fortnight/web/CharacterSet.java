package dev.fortnight.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Names the characters of each page; where a template answers with a status, Qute does not. */
@Singleton
final class CharacterSet {

  @ServerResponseFilter
  void filter(ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    if (type != null
        && type.isCompatible(MediaType.TEXT_HTML_TYPE)
        && !type.getParameters().containsKey(MediaType.CHARSET_PARAMETER)) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type.withCharset("utf-8"));
    }
  }
}
