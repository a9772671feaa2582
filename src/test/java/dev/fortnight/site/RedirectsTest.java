package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Checker;
import dev.fortnight.check.Illustration;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectsTest {

  private static Illustration finding(String formerly) {
    return new Illustration()
        .note(
            "findings/new.md", "---\ntitle: New <name>\nredirect_from: " + formerly + "\n---\nx\n");
  }

  private static List<String> problems(Illustration illustration) {
    return illustration.check().problems().stream().map(Illustration::line).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/findings/old/", "/2014/03/19/old.html", "/blog/old", "altes/über/"})
  void anAddressThatAPageHadBeforeLeadsToIt(String former) throws Exception {
    SitePages site = SitePages.working(finding("[\"" + former + "\"]").research());
    String at = former.replaceFirst("^/", "").replaceFirst("(?<!html|/)$", "/");
    String file = at.endsWith("/") ? at + "index.html" : at;
    Document page = org.jsoup.Jsoup.parse(site.text(file));
    String refresh = page.select("meta[http-equiv=refresh]").attr("content");
    URI root = URI.create("http://tree/");

    assertThat(refresh).startsWith("0; url=");
    assertThat(root.resolve(at).resolve(refresh.substring("0; url=".length())))
        .isEqualTo(root.resolve("findings/new/"));
    assertThat(page.select("a").attr("href")).isEqualTo(refresh.substring("0; url=".length()));
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://example.org/permits/findings/new/");
    assertThat(page.select("h1").text()).isEqualTo("New <name>");
    assertThat(page.select("script")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../x",
        "/../x/",
        "//evil.example/x",
        "https://evil.example/",
        "/a/%2e%2e/x/",
        "/javascript:alert(1)/",
        "/index.html",
        "/",
        "/feed.xml",
        "/assets/fortnight.css",
        "/editions/1/",
        "/topics/1/",
        "/findings/",
        "/a b/",
        "/.git/config",
      })
  void whatLeavesTheSiteOrIsTheSitesOwnIsRefused(String former) throws Exception {
    Illustration illustration = finding("[\"" + former + "\"]");

    assertThat(problems(illustration))
        .containsExactly(
            "research/findings/new.md:3: this former address leaves the site or is one that the"
                + " site uses itself, so it leads nowhere. Write the path that the page had, for"
                + " example '/findings/old-name/'.");
    assertThat(illustration.research().notes().get(0).formerAddresses()).isEmpty();
    assertThat(SitePages.working(illustration.research()).tree().files().values())
        .noneMatch(bytes -> new String(bytes).contains("http-equiv=\"refresh\""));
  }

  @Test
  void aPageThatStandsAtTheAddressStays() throws Exception {
    Illustration illustration =
        finding("[/pages/there/, /findings/new/]").note("pages/there.md", "Still here.\n");

    assertThat(problems(illustration))
        .containsExactly(
            "research/findings/new.md:3: this former address is also that of"
                + " research/pages/there.md, so it does not lead here. Leave it to one of them.",
            "research/findings/new.md:3: this is the note's own address. Take it out of the list.");
    assertThat(SitePages.working(illustration.research()).page("pages/there/").text())
        .contains("Still here.");
  }

  @Test
  void anAddressThatTwoPagesClaimLeadsToNeither() throws Exception {
    Illustration illustration =
        finding("/Old/").note("pages/other.md", "---\nredirect_from: [/old/]\n---\nx\n");
    Checker.Result result = illustration.check();

    assertThat(problems(illustration)).hasSize(2);
    assertThat(result.research().notes()).hasSize(2);
    assertThat(SitePages.working(result.research()).has("old/index.html")).isFalse();
  }

  @Test
  void aNoteThatIsNotPublishedHoldsNoAddress() throws Exception {
    Illustration illustration =
        finding("[/interviews/shut/]")
            .note(
                "interviews/shut.md",
                "---\nconsent: internal\nredirect_from: [/canary/]\n---\nx\n");

    SitePages site = SitePages.working(illustration.research());
    assertThat(site.has("interviews/shut/index.html")).isTrue();
    assertThat(site.has("canary/index.html")).isFalse();
  }

  @Test
  void whatAPageSaysIsToldByItAndNotByItsFormerAddress() throws Exception {
    String before = fingerprint("x");

    assertThat(fingerprint("x")).isEqualTo(before);
    assertThat(fingerprint("y")).isNotEqualTo(before);
  }

  private static String fingerprint(String text) throws Exception {
    Illustration illustration =
        new Illustration().note("findings/a.md", "---\nredirect_from: /zz/\n---\n" + text + "\n");
    return SiteBuilder.fingerprints(illustration.research(), Theme.bundled()).get("findings/a.md");
  }
}
