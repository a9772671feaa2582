package dev.fortnight.web;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without a screen: keeps cookies, and goes where it is sent only when told to. */
final class SignedIn {

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  /** Signs in as somebody whom the stand-in knows. */
  static SignedIn as(String login) {
    SignedIn browser = new SignedIn();
    browser.signIn(ProviderResource.PROVIDER, login, "");
    return browser;
  }

  /**
   * Goes to the provider and back, as far as it leads; not to the provider a second time.
   *
   * @param wrong what is to be wrong with the provider's answer
   */
  HttpResponse<String> signIn(String start, String login, String wrong) {
    HttpResponse<String> answer = get(start);
    boolean wasThere = false;
    while (answer.statusCode() == 302 || answer.statusCode() == 303) {
      URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
      boolean isProvider = next.getPath().endsWith("/authorize");
      if (isProvider && wasThere) {
        return answer;
      }
      wasThere |= isProvider;
      answer =
          send(
              HttpRequest.newBuilder(
                      isProvider ? URI.create(next + "&as=" + login + "&wrong=" + wrong) : next)
                  .build());
    }
    return answer;
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    return send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  Document page(String path) {
    return Jsoup.parse(get(path).body());
  }

  /** The hidden fields of the form that a page sends somewhere. */
  Map<String, String> form(String path, String action) {
    Map<String, String> fields = new HashMap<>();
    page(path)
        .select("form[action=" + action + "] input[type=hidden]")
        .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    return fields;
  }

  /** What all forms of the session carry. */
  String formToken() {
    return form("/", "/sign-out").getOrDefault("form", "");
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, SignedIn::body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of what never ends only the head is taken. */
  private static HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo head) {
    boolean isEndless =
        head.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    return isEndless
        ? HttpResponse.BodySubscribers.mapping(
            HttpResponse.BodySubscribers.ofInputStream(), stream -> "")
        : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
  }

  static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + RestAssured.port + path);
  }
}
