package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.note.Note;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What front matter lets the public see, on 20 November 2026. */
class PublicationTest {

  private static final String INTERVIEW = "interviews/2026-11-10-illustrative.md";

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'consent: public'                                    | page",
        "'consent: \"public\"'                                | page",
        "'consent: findings-only'                             | quoted",
        "'consent: internal'                                  | nothing",
        "'consent: withdrawn'                                 | nothing",
        "'title: missing'                                     | nothing",
        "'consent:'                                           | nothing",
        "'consent: ~'                                         | nothing",
        "'consent: yes'                                       | nothing",
        "'consent: true'                                      | nothing",
        "'consent: 1'                                         | nothing",
        "'consent: [public]'                                  | nothing",
        "'consent: {public: true}'                            | nothing",
        "'consent: Public'                                    | nothing",
        "'consent: PUBLIC'                                    | nothing",
        "'consent: \" public\"'                               | nothing",
        "'consent: \"public \"'                               | nothing",
        "'consent: pubic'                                     | nothing",
        "'consent: findings only'                             | nothing",
        "'consent: findings_only'                             | nothing",
        "'consent: public, internal'                          | nothing",
        "'consent: рublic'                                    | nothing",
        "'Consent: public'                                    | nothing",
        "'concent: public'                                    | nothing",
        "'meta: {consent: public}'                            | nothing",
        "'consent: public\nconsent_expires: 2026-11-19'       | nothing",
        "'consent: public\nconsent_expires: 2026-11-20'       | page",
        "'consent: public\nconsent_expires: 2026-11-21'       | page",
        "'consent: findings-only\nconsent_expires: 2026-11-19' | nothing",
        "'consent: public\nconsent_expires: soon'             | nothing",
        "'consent: public\nconsent_expires:'                  | nothing",
        "'consent: public\nconsent_expires: [2027-01-01]'     | nothing",
        "'consent: public\nconsent_expires: 2027-01-01 or earlier' | nothing",
        "'consent: public\nConsent_Expires: 2026-11-19'       | nothing",
        "'consent: public\nconsent-expires: 2026-11-19'       | nothing",
        "'consent: public\nconsent_expired: 2026-11-19'       | nothing",
        "'consent: public\nmeta: {consent_expires: 2026-11-19}' | nothing",
        "'consent: public\nconsent_expires: 2026-11-21\npublished: true' | page",
        "'consent: public\npublish_after: 2026-11-19'         | page",
        "'consent: public\npublish_after: 2026-11-20'         | nothing",
        "'consent: public\npublish_after: 2026-11-21'         | nothing",
        "'consent: public\npublish_after: later'              | nothing",
        "'consent: public\npublish_after:'                    | nothing",
        "'consent: public\npublishAfter: 2026-11-21'          | nothing",
        "'consent: public\npublished: false'                  | nothing",
        "'consent: public\npublished: no'                     | nothing",
        "'consent: public\npublished: False'                  | nothing",
        "'consent: public\npublished: flase'                  | nothing",
        "'consent: public\npublished:'                        | nothing",
        "'consent: public\npublished: [false]'                | nothing",
        "'consent: public\npublised: false'                   | nothing",
        "'consent: public\ndraft: true'                       | nothing",
        "'consent: public\ndraft: yes'                        | nothing",
        "'consent: public\ndraft: ture'                       | nothing",
        "'consent: public\ndraft:'                            | nothing",
        "'consent: public\ndraft: false'                      | page",
        "'consent: public\nDraft: true'                       | nothing",
        "'consent: public\npublisher: The council'            | page",
        "'consent: public\nexcerpt: x\ncontent: internal'     | page",
      })
  void ofAnInterview(String frontMatter, String expected) {
    assertShown(INTERVIEW, frontMatter, expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'title: x'                   | page",
        "'consent: public'            | page",
        "'consent: findings-only'     | nothing",
        "'consent: internal'          | nothing",
        "'consent:'                   | nothing",
        "'Consent: internal'          | nothing",
        "'consnet: internal'          | nothing",
        "'meta: {consent: internal}'  | nothing",
        "'published: false'           | nothing",
        "'draft: true'                | nothing",
        "'publish_after: 2026-11-21'  | nothing",
        "'author: Internal audit'     | page",
      })
  void ofAFinding(String frontMatter, String expected) {
    assertShown("findings/illustrative.md", frontMatter, expected);
  }

  private static void assertShown(String path, String frontMatter, String expected) {
    Illustration illustration =
        new Illustration()
            .note(path, "---\n" + frontMatter + "\n---\n> Said.\n{: #q1 .evidence}\n");
    CheckedResearch research = illustration.research();
    Note note = illustration.snapshot().notes().get(0);

    assertThat(research.note(path).isPresent()).as("page").isEqualTo(expected.equals("page"));
    boolean isQuoted = !expected.equals("nothing") && path.startsWith("interviews/");
    assertThat(research.evidence()).as("quotations").hasSize(isQuoted ? 1 : 0);
    assertThat(research.admitted())
        .as("admitted")
        .hasSize(expected.equals("nothing") || !isQuoted && !expected.equals("page") ? 0 : 1);
    boolean isDraft = note.frontMatter().values().containsKey("draft");
    if (!expected.equals("page") && !isDraft && path.startsWith("interviews/")) {
      assertThat(Publication.agreed(note, illustration.snapshot()))
          .as("what the newest source allows of an older content")
          .isNotEqualTo(Publication.PAGE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T23:59:59Z, true",
    "2026-11-21T00:00:00Z, false",
  })
  void consentHoldsUntilTheLastDayEndsInTheProgrammesZone(String now, boolean holds) {
    CheckedResearch research =
        new Illustration()
            .now(now)
            .note(INTERVIEW, "---\nconsent: public\nconsent_expires: 2026-11-20\n---\n")
            .research();

    assertThat(research.note(INTERVIEW).isPresent()).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"public, 1", "findings-only, 0", "internal, 0"})
  void whereTheRepositoryIsPublicOnlyPublicConsentPasses(String consent, int admitted) {
    CheckedResearch research =
        new Illustration()
            .programme("title: x\nnotes: {public: true}\n")
            .note(INTERVIEW, "---\nconsent: " + consent + "\n---\n")
            .research();

    assertThat(research.admitted()).hasSize(admitted);
  }
}
