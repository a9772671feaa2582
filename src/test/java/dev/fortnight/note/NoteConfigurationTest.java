package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteConfigurationTest {

  private static final String PATH = "interviews/2026/2026-11-10-architect.md";

  @Test
  void configurationOfARealSiteThatSaysNothingOfNotesIsNotAProblem() {
    NoteConfiguration configuration =
        read(
            """
            title: A site
            url: "https://example.org"
            markdown: kramdown
            plugins: [jekyll-feed, jekyll-seo-tag]
            exclude: [vendor]
            permalink: pretty
            collections:
              projects: {output: true, permalink: "/:made_by_a_plugin/"}
            defaults:
              - scope: {path: "", type: projects}
                values: {layout: project, image: {path: /a.png}}
              - scope: {path: assets/images}
                values: {image: true}
            """);

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.isReadable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        // the longer path wins, whatever the order
        "{path: ''} | {path: interviews}; 2",
        "{path: interviews} | {path: ''}; 1",
        "{path: interviews/2026} | {path: interviews}; 1",
        // of paths of one length, the one with a type
        "{path: '', type: interviews} | {path: ''}; 1",
        "{path: ''} | {path: '', type: interviews}; 2",
        "{type: interviews} | {path: ''}; 1",
        // of two that are alike, the later one
        "{path: ''} | {path: ''}; 2",
        "{path: '', type: posts} | {path: '', type: interviews}; 2",
        // a longer path beats a type
        "{path: interviews} | {path: '', type: interviews}; 1",
        // the forms that people write
        "{path: ''} | {path: /interviews/}; 2",
        "{path: ''} | {path: research/interviews}; 2",
        "{path: ''} | {path: _interviews}; 2",
        "{path: ''} | {path: interviews/2026/2026-11-10}; 2",
        // stars
        "{path: ''} | {path: interviews/*}; 2",
        "{path: ''} | {path: 'interviews/*/*-architect.md'}; 2",
        "{path: ''} | {path: '**/2026'}; 2",
        "{path: ''} | {path: 'interviews/**/*.md'}; 2",
        "{path: ''} | {path: 'interviews/*/developer*'}; 1",
        // what is for others
        "{path: ''} | {path: weeknotes}; 1",
        "{path: ''} | {path: '', type: weeknotes}; 1",
        "{path: ''} | {path: '', type: pages}; 1",
        "{path: ''} | {path: '', type: drafts}; 1",
        "{path: ''} | {path: interviews, type: posts}; 2",
      })
  void mostSpecificDefaultWins(String scopes, String winner) {
    String[] scope = scopes.split(" \\| ");
    NoteConfiguration configuration =
        read(
            "defaults:\n- scope: %s\n  values: {layout: 1}\n- scope: %s\n  values: {layout: 2}\n"
                .formatted(scope[0], scope[1]));

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.of(PATH).values()).containsEntry("layout", Long.valueOf(winner));
  }

  @Test
  void lessSpecificDefaultGivesWhatTheOthersLeaveOut() {
    NoteConfiguration configuration =
        read(
            """
            defaults:
              - values: {role: Somebody, council: a county}
              - scope: {path: interviews}
                values: {role: An architect}
            """);

    assertThat(configuration.of(PATH).values())
        .isEqualTo(Map.of("role", "An architect", "council", "a county"));
  }

  @ParameterizedTest
  @CsvSource({
    "'permalink: pretty', /:categories/:year/:month/:day/:title/",
    "'permalink: pretty\ncollections: {interviews: {permalink: /s/:title/}}', /s/:title/",
    "'permalink: pretty\ndefaults: [{values: {permalink: /d/:title/}}]', /d/:title/",
    "'collections: {interviews: {permalink: /s/:title/}}\n"
        + "defaults: [{values: {permalink: /d/:title/}}]', /d/:title/",
  })
  void defaultBeatsCollectionAndCollectionBeatsSite(String yaml, String permalink) {
    assertThat(read(yaml).of(PATH).values()).containsEntry("permalink", permalink);
  }

  @Test
  void permalinkOfTheSiteIsForSessionsAndWeeknotesOnly() {
    NoteConfiguration configuration = read("permalink: pretty");

    assertThat(configuration.of("weeknotes/a.md").values()).containsKey("permalink");
    for (String path :
        new String[] {"findings/a.md", "assumptions/a.md", "recommendations/a.md", "pages/a.md"}) {
      assertThat(configuration.of(path).values()).as(path).isEmpty();
    }
  }

  @Test
  void ownFrontMatterBeatsAllDefaults() {
    NoteDefaults defaults =
        read("defaults: [{values: {role: Somebody, council: a county, slug: one}}]").of(PATH);

    Note note =
        ((NoteReader.Result.Read)
                new NoteReader().read(PATH, bytes("---\nrole: Me\nslug:\n---\nText.\n"), defaults))
            .note();

    assertThat(note.frontMatter().text("role")).hasValue("Me");
    assertThat(note.frontMatter().text("council")).hasValue("a county");
    assertThat(note.slug()).isEqualTo("architect");
    assertThat(note.configured()).isEqualTo(Map.of("council", "a county"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "consent: internal | consent",
        "consent: findings-only | consent",
        "consent: | consent",
        "consent_expires: 2026-12-01 | consent_expires",
        "publish_after: 2026-01-01 | publish_after",
        "published: false | published",
        "published: maybe | published",
        "Published: false | published",
        "publishd: false | published",
        "publish-after: 2026-12-01 | publish_after",
        "draft: true | draft",
        "draft: | draft",
        "meta: {published: false} | published",
        "meta: [{more: {draft: true}}] | draft",
      })
  void defaultThatWouldHoldBackHoldsBack(String value, String key) {
    NoteConfiguration configuration =
        read("defaults:\n- scope: {path: interviews}\n  values:\n    " + value + "\n");

    assertThat(configuration.of(PATH).heldBackBy()).containsExactly(key);
    assertThat(configuration.of(PATH).values()).isEmpty();
    assertThat(configuration.of("findings/a.md")).isEqualTo(NoteDefaults.NONE);
    assertThat(problems(configuration))
        .matches(
            "(?s)site/_config.yml:4: '\\S+' decides what is published, so it is no default, and"
                + " the notes it is for are not published unless they say it. Write '"
                + key
                + "' in each note.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "consent: public | 'consent' decides what is published, so it is no default and has no"
            + " effect. Write 'consent' in each note.",
        "Consent: public | 'Consent' decides what is published, so it is no default and has no"
            + " effect. Write 'consent' in each note.",
        "published: true | 'published' decides what is published, so it is no default and has no"
            + " effect. Write 'published' in each note.",
        "draft: false | 'draft' decides what is published, so it is no default and has no effect."
            + " Write 'draft' in each note.",
        "participants: [P07] | 'participants' says whose words a note holds, so it is no default"
            + " and has no effect. Write 'participants' in each note.",
      })
  void defaultThatWouldPublishHasNoEffect(String value, String problem) {
    NoteConfiguration configuration = read("defaults:\n- values:\n    " + value + "\n");

    assertThat(configuration.of(PATH)).isEqualTo(NoteDefaults.NONE);
    assertThat(problems(configuration)).isEqualTo("site/_config.yml:3: " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"publisher: x", "context: y", "content: public", "publish: no"})
  void keyThatOnlyLooksLikeASlipIsADefault(String value) {
    NoteConfiguration configuration = read("defaults: [{values: {" + value + "}}]");

    assertThat(configuration.problems()).isEmpty();
    assertThat(configuration.of(PATH).values()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "permalink: /:year/:tilte/ | 1: ':tilte' is not a placeholder | Did you mean ':title'?",
        "permalink: /:author/ | 1: ':author' is not a placeholder | Use one of Jekyll's"
            + " placeholders, such as ':title'.",
        "permalink: prety | 1: 'permalink' is neither a template nor a style | Did you mean"
            + " 'pretty'?",
        "permalink: [a] | 1: 'permalink' is neither a template nor a style | Write a template such"
            + " as '/:year/:title/'.",
        "collections: {findings: {permalink: ':tilte'}} | 1: ':tilte' is not a placeholder | Did"
            + " you mean ':title'?",
        "defaults: [{values: {permalink: ':tilte'}}] | 1: ':tilte' is not a placeholder | Did you"
            + " mean ':title'?",
        "defaults: {scope: a} | 1: 'defaults' is not a list | Write '- scope:' and 'values:' under"
            + " it.",
        "defaults: [interviews] | 1: this is not a set of defaults | Write keys under 'scope:' and"
            + " 'values:'.",
        "defaults: [{values: [a]}] | 1: this is not a set of defaults | Write keys under 'scope:'"
            + " and 'values:'.",
        "defaults: [{scope: interviews}] | 1: 'scope' does not hold keys | Write 'path:' or"
            + " 'type:' under it.",
        "defaults: [{scope: {path: [a]}}] | 1: 'path' is not text | Name a folder, such as"
            + " 'interviews'.",
        "defaults: [{scope: {path: interview}}] | 1: there is no folder 'interview' of notes | Did"
            + " you mean 'interviews'?",
        "defaults: [{scope: {type: finding}}] | 1: there is no folder 'finding' of notes | Did you"
            + " mean 'findings'?",
        "a: &a 1 | 1: anchors and aliases are not accepted | Correct this line.",
        "a: !ruby/object x | 1: tags are not accepted | Correct this line.",
        "[a] | 1: keys with values are expected here | Correct this line.",
      })
  void whatCannotBeUnderstoodLeavesNoNoteAtAnAddressThatNobodyMeant(
      String yaml, String what, String remedy) {
    NoteConfiguration configuration = read(yaml);

    assertThat(problems(configuration))
        .isEqualTo(
            "site/_config.yml:"
                + what
                + ", so no note is published until it is corrected. "
                + remedy);
    assertThat(configuration.of(PATH)).isEqualTo(NoteDefaults.UNKNOWN);
  }

  @Test
  void bytesThatAreNoTextAreAProblem() {
    assertThat(problems(NoteConfiguration.of(new byte[] {'a', (byte) 0xff})))
        .isEqualTo(
            "site/_config.yml: this is not UTF-8, so no note is published until it is corrected."
                + " Save it as UTF-8.");
  }

  @Test
  void byteOrderMarkAndEmptyFileAreFine() {
    assertThat(read("\uFEFFpermalink: none").of(PATH).values()).hasSize(1);
    assertThat(read("").concernsNotes()).isFalse();
  }

  @Test
  void manyStarsTakeNoLongerThanTheirNumber() {
    String pattern = "*a".repeat(2000) + "/" + "**/".repeat(200) + "x";

    assertThat(Wildcards.cover(pattern, "a".repeat(3000) + "/" + "b/".repeat(200) + "c")).isFalse();
    assertThat(Wildcards.cover("**/b/**/c", "a/b/b/c")).isTrue();
  }

  private static NoteConfiguration read(String yaml) {
    return NoteConfiguration.of(bytes(yaml));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String problems(NoteConfiguration configuration) {
    return configuration.problems().stream().map(String::valueOf).collect(Collectors.joining("\n"));
  }
}
