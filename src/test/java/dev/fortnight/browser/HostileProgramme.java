package dev.fortnight.browser;

import dev.fortnight.PublishedSite;
import dev.fortnight.cli.BuiltSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A programme that tries in each field to run on its readers' machines, and to break their pages.
 */
final class HostileProgramme {

  static final String ATTACK =
      "<img src=x onerror=\"window.pwned=1\"></title><script>window.pwned=2</script>"
          + " {{ 7 | times: 7 }}{% assign x = 1 %} \"onmouseover=window.pwned=3 x=\"' &lt;b&gt; "
          + "Pneumonoultramicroscopicsilicovolcanoconiosis".repeat(3);

  private static final String LINK =
      "[a](javascript:window.pwned=4)<a href=\"java&#10;script:window.pwned=5\">b</a>";

  private HostileProgramme() {}

  static PublishedSite built(Path folder) {
    try {
      write(folder.resolve("programme"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path site = folder.resolve("hostile");
    BuiltSite.of(folder.resolve("programme"), site);
    return new PublishedSite(site, URI.create("https://example.org/research/"));
  }

  private static void write(Path folder) throws IOException {
    Path research = folder.resolve("research");
    note(
        research.resolve("programme.yml"),
        """
        title: %1$s
        summary: %1$s
        cycle: {first: 2026-11-02, length: P14D, zone: Europe/London, review: "FRI 14:00", open-call: "WED 16:00"}
        backlog: {file: backlog.json}
        site: {url: "https://example.org/research/"}
        """);
    note(
        research.resolve("backlog.json"),
        """
        [{"number": 1, "title": %1$s, "state": "open", "body": %1$s, "html_url": "https://github.com/example/r/issues/1",
          "user": {"login": "example", "type": "User"}, "author_association": "MEMBER",
          "labels": [{"name": "research"}, {"name": %1$s}],
          "created_at": "2026-11-03T10:00:00Z", "updated_at": "2026-11-03T10:00:00Z"}]
        """);
    note(
        research.resolve("interviews/2026-11-10-a.md"),
        """
        ---
        title: %1$s
        date: 2026-11-10
        consent: public
        method: interview
        participants: [P07]
        role: %1$s
        council: %1$s
        topics: [1]
        tags: [%1$s]
        illustrative: true
        ---
        %2$s

        > %2$s
        {: #q1 .evidence supports="risk"}

        ## %2$s
        """);
    note(
        research.resolve("assumptions/risk.md"),
        "---\ntitle: %1$s\ndescription: %1$s\ntopics: [1]\n---\n%2$s\n");
    note(
        research.resolve("findings/a.md"),
        """
        ---
        title: %1$s
        description: %1$s
        date: 2026-11-12
        confidence: %1$s
        evidence: [interviews/a#q1]
        supports: [risk]
        tags: [%1$s]
        topics: [1]
        ---
        %2$s
        """);
    note(
        research.resolve("recommendations/a.md"),
        "---\ntitle: %1$s\ndescription: %1$s\nfindings: [a]\ntopics: [1]\ndate: 2026-11-12\n---\n%2$s\n");
    note(
        research.resolve("weeknotes/2026-11-06-a.md"),
        "---\ntitle: %1$s\ndescription: %1$s\nauthor: %1$s\ndate: 2026-11-06\n---\n%2$s\n");
    note(research.resolve("pages/a.md"), "---\ntitle: %1$s\ndescription: %1$s\n---\n%2$s\n");
  }

  /** A JSON string is also one of YAML. */
  private static void note(Path file, String text) throws IOException {
    String quoted = "\"" + ATTACK.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.formatted(quoted, ATTACK + LINK));
  }
}
