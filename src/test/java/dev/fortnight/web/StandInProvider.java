package dev.fortnight.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fortnight.problem.Secret;
import dev.fortnight.web.signin.ProviderSettings;
import dev.fortnight.web.signin.RoleRules;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;

/**
 * A provider as Fortnight sees one: OpenID Connect, Microsoft's Entra ID, or GitHub's OAuth 2 with
 * what it tells of users and teams. Its people are illustrative. Whoever is sent there chooses who
 * they are with {@code as=}, and what is wrong with the answer with {@code wrong=}.
 */
public final class StandInProvider implements QuarkusTestResourceLifecycleManager {

  static final String CLIENT = "fortnight-illustrative";
  private static final String SECRET = "an-illustrative-secret-of-some-length";

  /** What GitHub's kind gives to whoever may ask for a person. */
  private static final Map<String, Long> IDS = Map.of("ada", 1L, "ben", 2L, "cy", 3L, "eve", 4L);

  private static final Map<String, String> NAMES =
      Map.of(
          "ada", "Ada Example", "ben", "Ben Example", "cy", "Cy Example", "eve", "Eve <b>Example");

  /** A directory, a group and what Microsoft calls itself: learn.microsoft.com, "ID tokens". */
  static final String TENANT = "11111111-2222-3333-4444-555555555555";

  private static final String OTHER_TENANT = "99999999-2222-3333-4444-555555555555";
  private static final String GROUP = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  private static final String MICROSOFT = "https://login.microsoftonline.com/";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private RsaJsonWebKey key;
  private HttpServer server;
  private String kind;
  private String address;
  private volatile boolean isAway;

  @Override
  public void init(Map<String, String> arguments) {
    kind = arguments.get("kind");
    isAway = Boolean.parseBoolean(arguments.get("away"));
  }

  @Override
  public Map<String, String> start() {
    try {
      key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId("illustrative");
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    address = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext("/", this::answer);
    server.start();
    return properties();
  }

  private Map<String, String> properties() {
    boolean isGitHub = kind.equals(ProviderSettings.GITHUB);
    boolean isMicrosoft = kind.equals(ProviderSettings.MICROSOFT);
    List<String> reviewers = List.of(isGitHub ? "team:council/review" : "claim:groups=" + group());
    List<String> readers = List.of("login:" + login("cy"));
    List<String> owners = List.of(isMicrosoft ? "claim:roles=Owner" : "login:ada");
    RoleRules rules = RoleRules.of(readers, reviewers, owners);
    ProviderSettings settings =
        new ProviderSettings(
            isGitHub || isMicrosoft ? kind : address,
            CLIENT,
            new Secret(SECRET),
            Optional.of(TENANT),
            rules);
    Map<String, String> all = new HashMap<>(settings.properties(false));
    if (isGitHub) {
      all.put("quarkus.oidc.auth-server-url", address + "/login/oauth");
      all.put("quarkus.oidc.user-info-path", address + "/user");
    }
    if (isMicrosoft) {
      // all the rest is as it would be at Microsoft
      all.put("quarkus.oidc.auth-server-url", address + "/" + TENANT + "/v2.0");
    }
    all.put("fortnight.sign-in.provider", settings.provider());
    all.put("fortnight.sign-in.readers", String.join(",", readers));
    all.put("fortnight.sign-in.reviewers", String.join(",", reviewers));
    all.put("fortnight.sign-in.owners", String.join(",", owners));
    // what is tried here goes wrong often
    all.put("fortnight.sign-in.attempts", "1000");
    return all;
  }

  private boolean isMicrosoft() {
    return kind.equals(ProviderSettings.MICROSOFT);
  }

  private String group() {
    return isMicrosoft() ? GROUP : "review";
  }

  /** At Microsoft people are known by what looks like an address. */
  private String login(String name) {
    return isMicrosoft() ? name + "@council.example" : name;
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/back")) {
        isAway = false;
        json(exchange, 200, Map.of());
      } else if (isAway) {
        json(exchange, 503, Map.of("error", "temporarily_unavailable"));
      } else if (path.endsWith("/authorize")) {
        authorize(exchange);
      } else if (path.endsWith("/token") || path.endsWith("/access_token")) {
        token(exchange);
      } else if (path.endsWith("/openid-configuration")) {
        json(exchange, 200, discovery());
      } else if (path.endsWith("/jwks") || path.endsWith("/keys")) {
        String keys = new JsonWebKeySet(key).toJson();
        json(exchange, 200, MAPPER.readValue(keys, Object.class));
      } else {
        resource(exchange, path);
      }
    }
  }

  private Map<String, Object> discovery() {
    String directory = address + "/" + TENANT;
    return Map.of(
        "issuer",
        isMicrosoft() ? MICROSOFT + TENANT + "/v2.0" : address,
        "authorization_endpoint",
        isMicrosoft() ? directory + "/oauth2/v2.0/authorize" : address + "/authorize",
        "token_endpoint",
        isMicrosoft() ? directory + "/oauth2/v2.0/token" : address + "/token",
        "jwks_uri",
        isMicrosoft() ? directory + "/discovery/v2.0/keys" : address + "/jwks",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    String answer = "denied".equals(asked.get("wrong")) ? "error=access_denied" : "code=" + code;
    redirect(
        exchange,
        asked.get("redirect_uri")
            + "?"
            + answer
            + "&state="
            + ("state".equals(asked.get("wrong")) ? UUID.randomUUID() : asked.get("state")));
  }

  private static void redirect(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().set("Location", target);
    exchange.sendResponseHeaders(302, -1);
  }

  /** A code works once, for who knows the secret and what its hash was sent with. */
  private void token(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> sent = form(body);
    Map<String, String> asked = codes.remove(sent.get("code"));
    if (asked == null
        || !asked.get("code_challenge").equals(hash(sent.get("code_verifier")))
        || !isClient(exchange, sent)) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    String token = UUID.randomUUID().toString();
    tokens.put(token, asked.get("as"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", token);
    answer.put("token_type", "bearer");
    if (!kind.equals(ProviderSettings.GITHUB)) {
      answer.put("id_token", idToken(asked));
    }
    json(exchange, 200, answer);
  }

  private static boolean isClient(HttpExchange exchange, Map<String, String> sent) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String basic =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    return ("Basic " + basic).equals(header) || SECRET.equals(sent.get("client_secret"));
  }

  private String idToken(Map<String, String> asked) {
    String wrong = asked.getOrDefault("wrong", "");
    String login = asked.get("as");
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", wrong.equals("issuer") ? "https://elsewhere.example" : issuer(wrong));
    claims.put("sub", "subject-" + login);
    claims.put("aud", wrong.equals("audience") ? "another-client" : CLIENT);
    claims.put("iat", wrong.equals("old") ? now - 900 : now);
    claims.put("exp", wrong.equals("expired") ? now - 60 : now + 600);
    claims.put("nonce", wrong.equals("nonce") ? "another" : asked.get("nonce"));
    claims.put("preferred_username", login(login));
    claims.put("name", NAMES.get(login));
    if (wrong.equals("groups")) {
      // of who is in too many groups: learn.microsoft.com, "Groups overage claim"
      claims.put("_claim_names", Map.of("groups", "src1"));
      claims.put("_claim_sources", Map.of("src1", Map.of("endpoint", MICROSOFT)));
    } else {
      claims.put("groups", login.equals("ben") ? List.of("staff", group()) : List.of("staff"));
    }
    if (isMicrosoft()) {
      claims.put("ver", "2.0");
      claims.put("tid", wrong.equals("tenant") ? OTHER_TENANT : TENANT);
      claims.put("oid", "object-" + login);
      claims.put("roles", login.equals("ada") ? List.of("Owner") : List.of());
    }
    boolean isFresh = "login".equals(asked.get("prompt")) && "0".equals(asked.get("max_age"));
    // Microsoft tells only where the application asks for the optional claim
    if (!wrong.equals("untold") && !isMicrosoft()) {
      claims.put("auth_time", isFresh && !wrong.equals("stale") ? now : now - 7200);
    }
    try {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setPayload(MAPPER.writeValueAsString(claims));
      if (wrong.equals("unsigned")) {
        signature.setAlgorithmHeaderValue("none");
        signature.setAlgorithmConstraints(AlgorithmConstraints.ALLOW_ONLY_NONE);
        return signature.getCompactSerialization();
      }
      if (wrong.equals("symmetric")) {
        // as if what anybody can read, or what both sides know, were the key
        signature.setAlgorithmHeaderValue("HS256");
        signature.setKey(new HmacKey(SECRET.getBytes(StandardCharsets.UTF_8)));
        return signature.getCompactSerialization();
      }
      signature.setAlgorithmHeaderValue("RS256");
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setKey(
          wrong.equals("signature")
              ? RsaJwkGenerator.generateJwk(2048).getPrivateKey()
              : key.getPrivateKey());
      return signature.getCompactSerialization();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String issuer(String wrong) {
    return isMicrosoft()
        ? MICROSOFT + (wrong.equals("tenant") ? OTHER_TENANT : TENANT) + "/v2.0"
        : address;
  }

  /** As GitHub's API tells of users and teams. */
  private void resource(HttpExchange exchange, String path) throws IOException {
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    String login = bearer == null ? null : tokens.get(bearer.replaceFirst("(?i)bearer ", ""));
    if (login == null) {
      json(exchange, 401, Map.of("message", "Bad credentials"));
    } else if (path.equals("/user")) {
      json(exchange, 200, Map.of("login", login, "id", IDS.get(login), "name", NAMES.get(login)));
    } else if (path.equals("/orgs/council/teams/review/memberships/ben")) {
      json(exchange, 200, Map.of("state", "active"));
    } else if (path.equals("/orgs/council/teams/review/memberships/eve")) {
      json(exchange, 200, Map.of("state", "pending"));
    } else {
      json(exchange, 404, Map.of("message", "Not Found"));
    }
  }

  private static void json(HttpExchange exchange, int status, Object value) throws IOException {
    byte[] bytes = MAPPER.writeValueAsBytes(value);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String hash(String verifier) {
    try {
      byte[] bytes = verifier.getBytes(StandardCharsets.US_ASCII);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> form(String text) {
    Map<String, String> values = new HashMap<>();
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      values.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return values;
  }
}
