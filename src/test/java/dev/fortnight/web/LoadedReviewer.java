package dev.fortnight.web;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of many who read and decide, each on an item of their own. What they send is what they saw.
 */
final class LoadedReviewer {

  private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final List<String> OTHERS =
      List.of(
          "/notes",
          "/backlog",
          "/assumptions",
          "/editions",
          "/review/participants",
          "/review/audit",
          "/cycle");

  private final URI server;
  private final String cookie;
  private final String item;
  private final Random random;
  private Optional<Forms> forms = Optional.empty();
  private int decisions;

  /** What a page gave them to send back. */
  private record Forms(String form, String seen) {}

  /**
   * A request of theirs.
   *
   * @param kind what it is for, in the report
   */
  record Step(String kind, HttpRequest request, boolean isDecision, int after) {}

  LoadedReviewer(URI server, String cookie, String itemHash, Random random) {
    this.server = server;
    this.cookie = cookie;
    this.item = "/review/items/" + itemHash;
    this.random = random;
  }

  /** What somebody does next who goes from item to item. */
  synchronized Step next() {
    int dice = random.nextInt(100);
    if (dice < 20) {
      return look("review", "/");
    } else if (dice < 50) {
      return look("item", item);
    } else if (dice < 70) {
      return forms.map(this::decide).orElseGet(() -> look("item", item));
    } else if (dice < 75) {
      return look("next", "/review/next");
    } else if (dice < 80) {
      return look("sign-off", "/review/sign-off");
    }
    return lookAround(dice);
  }

  /** What somebody does next where everything is decided: hardly anything is decided once more. */
  synchronized Step nextBeforeSigning() {
    int dice = random.nextInt(100);
    if (dice < 30) {
      return look("review", "/");
    } else if (dice < 60) {
      return look("item", item);
    } else if (dice < 80) {
      return look("sign-off", "/review/sign-off");
    }
    return lookAround(dice);
  }

  /** One who takes their decision back, or stays with it. */
  synchronized Step reconsider() {
    return forms.map(this::decide).orElseGet(() -> look("item", item));
  }

  private Step lookAround(int dice) {
    if (dice < 90) {
      return look("sprint", "/sprint");
    }
    String other = OTHERS.get(random.nextInt(OTHERS.size()));
    return look(other.substring(other.lastIndexOf('/') + 1), other);
  }

  /** A page that stays open and is told what the server is at. */
  HttpRequest progress() {
    return request("/progress").GET().build();
  }

  /** Approves at once what can be; empty where nothing is left. */
  Optional<Step> approveClean(String overview) {
    return overview.contains("action=\"/review/approve-clean\"")
        ? Optional.of(post("approve clean", "/review/approve-clean", forms(overview), ""))
        : Optional.empty();
  }

  private Step look(String kind, String path) {
    return new Step(
        kind, request(path).GET().timeout(Duration.ofSeconds(10)).build(), false, decisions);
  }

  private Step decide(Forms shown) {
    forms = Optional.empty();
    decisions++;
    return random.nextBoolean()
        ? post("approve", item + "/approve", shown, "")
        : post("hold", item + "/hold", shown, "&reason=Not+yet.");
  }

  private Step post(String kind, String path, Forms shown, String more) {
    String body = "form=" + encoded(shown.form()) + "&seen=" + encoded(shown.seen()) + more;
    HttpRequest request =
        request(path)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return new Step(kind, request, true, decisions);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Cookie", cookie);
  }

  /** Keeps what an item's page lets them send, unless they have decided since they asked for it. */
  synchronized void saw(Step step, String page) {
    if (step.kind().equals("item") && step.after() == decisions) {
      forms = Optional.of(forms(page));
    }
  }

  private static Forms forms(String page) {
    return new Forms(first(FORM, page), first(SEEN, page));
  }

  private static String first(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("the page has no form");
    }
    return matcher.group(1);
  }
}
