package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Illustration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class JekyllExportTest {

  private static final String TITLE = "Wait: \"{{ 6 | times: 7 }}\" \u2028 \u0085 # é 😀";

  private static CheckedResearch research() {
    return new Illustration()
        .note(
            "findings/wait.md",
            "---\ntitle: \"Wait: \\\"{{ 6 | times: 7 }}\\\" \\u2028 \\u0085 # é 😀\"\n"
                + "date: 2026-11-12\nredirect_from: /_old/\n---\n"
                + "{{ 6 | times: 7 }} {% raw %} {{{x}}} a{b}c\n")
        .note("interviews/shut.md", "---\nconsent: internal\n---\nCanary.\n")
        .research();
  }

  private static SitePages export() throws Exception {
    SiteTree.Collector sink = new SiteTree.Collector();
    SiteBuilder.exportJekyll(research(), Theme.bundled(), new Tree.Working(false), sink);
    return SitePages.of(sink.tree());
  }

  @Test
  void aPageIsItsLayoutsDataAndItsTextWithoutLiquid() throws Exception {
    String page = export().text("findings/wait/index.html");
    String[] parts = page.split("(?m)^---\\n", 3);
    Map<String, Object> frontMatter = new Yaml().load(parts[1]);

    assertThat(frontMatter)
        .containsEntry("layout", "finding")
        .containsEntry("title", TITLE)
        .containsEntry("root", "../../")
        .containsEntry("address", "findings/wait/")
        .containsEntry("date", "2026-11-12");
    assertThat(parts[2])
        .isEqualTo(
            "<p>{<!-- -->{ 6 | times: 7 }} &#123;% raw %} {<!-- -->{<!-- -->{x}}} a{b}c</p>\n");
  }

  @Test
  void everythingThatIsNoPageIsAsInABuild() throws Exception {
    SitePages built = SitePages.of(research(), new Tree.Working(false));
    SitePages export = export();
    Set<String> own = new TreeSet<>(export.tree().files().keySet());
    own.removeAll(built.tree().files().keySet());

    assertThat(export.tree().files().keySet()).containsAll(built.tree().files().keySet());
    assertThat(own)
        .contains("_config.yml", "_layouts/default.html", "_includes/cite.html")
        .allMatch(file -> file.matches("_config\\.yml|_(layouts|includes)/.*"));
    built
        .tree()
        .files()
        .forEach(
            (file, bytes) -> {
              if (!file.endsWith(".html")) {
                assertThat(export.tree().files().get(file)).as(file).isEqualTo(bytes);
              }
            });
  }

  @Test
  void theConfigurationHoldsWhatLayoutsNeedAndNoPlugin() throws Exception {
    Map<String, Object> configuration = new Yaml().load(export().text("_config.yml"));

    assertThat(configuration)
        .containsEntry("title", "Parking permits")
        .containsEntry("plugins", List.of())
        .containsEntry("include", List.of("_old"))
        .containsKeys("nav", "words", "foot");
  }

  @Test
  void whatMayNotBePublishedIsNotExported() throws Exception {
    export()
        .tree()
        .files()
        .forEach(
            (file, bytes) ->
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(file)
                    .doesNotContain("Canary"));
  }
}
