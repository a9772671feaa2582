package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.note.NoteConfiguration;
import dev.fortnight.privacy.Register;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

  @TempDir Path folder;

  @Test
  void consentIsToldWhatIsWrongWithIt() {
    assertThat(
            new Illustration()
                .note("interviews/a.md", "---\ntitle: a\n---\n")
                .note("interviews/b.md", "---\ntitle: b\nconcent: public\n---\n")
                .note("interviews/c.md", "---\ntitle: c\nconsent: yes\n---\n")
                .note(
                    "interviews/d.md",
                    "---\nconsent: public\nmeta:\n  consent_expires: 2026-01-01\n---\n")
                .note("interviews/e.md", "---\nconsent: public\ndraft: ture\n---\n")
                .problems())
        .isEqualTo(
            """
            research/interviews/a.md:1: consent is missing, so this note is not published. Add 'consent: public' once the participant has agreed, or 'consent: internal'.
            research/interviews/b.md:3: 'concent' has no effect and consent is missing, so this note is not published. Did you mean 'consent'? If not, give it another name.
            research/interviews/c.md:3: consent is not one of the words that Fortnight knows, so this note is not published. Use one of public, findings-only, internal, withdrawn.
            research/interviews/d.md:4: 'meta.consent_expires' has no effect, so this note is not published. Did you mean 'consent_expires', at the margin? If not, give it another name.
            research/interviews/e.md:3: 'draft' is neither true nor false, so this note is not published. Write true or false, or leave it out.""");
  }

  @Test
  void referencesAreLookedUpAndTheNearestIsNamed() {
    assertThat(
            new Illustration()
                .topic(12, "A topic", "")
                .note("assumptions/no-roadmap.md", "---\ntopics: [13]\n---\n")
                .note(
                    "interviews/2026-11-10-a.md",
                    """
                    ---
                    consent: public
                    ---
                    > Said.
                    {: #q1 .evidence supports="no-raodmap"}

                    > Said again.
                    {: #q1 .evidence}
                    """)
                .note(
                    "findings/f.md",
                    "---\nsupports: no-roadmap\nevidence: [interviews/2026-11-10-a#q2, nowhere]\n---\n")
                .note("recommendations/r.md", "---\nfindings: [ff]\n---\n")
                .problems())
        .isEqualTo(
            """
            research/assumptions/no-roadmap.md:2: there is no topic '13', so it is not shown. Did you mean '12'?
            research/findings/f.md:3: there is no evidence 'interviews/2026-11-10-a#q2', so it is not shown. Did you mean 'interviews/2026-11-10-a#q1'?
            research/findings/f.md:3: there is no evidence 'nowhere', so it is not shown. Correct the name, or add what it refers to.
            research/interviews/2026-11-10-a.md:5: there is no assumption 'no-raodmap', so it is not shown. Did you mean 'no-roadmap'?
            research/interviews/2026-11-10-a.md:8: '#q1' marks evidence above already, so this mark has no effect. Give it an id of its own.
            research/recommendations/r.md:2: there is no finding 'ff', so it is not shown. Did you mean 'f'?""");
  }

  @Test
  void linksAreFollowed() {
    assertThat(
            new Illustration()
                .topic(12, "A topic", "")
                .note("findings/a b.md", "Text.\n{: #x}\n")
                .note("interviews/secret.md", "---\nconsent: internal\n---\n")
                .note(
                    "pages/links.md",
                    """
                    [relative](../findings/a%20b.md) [absolute](/findings/a-b/) [no slash](/findings/a-b)
                    [section](/findings/) [home](/) [topic](/topics/12/) [other case](/Findings/A-B/)
                    [same](#place) [fragment](../findings/a%20b.md#x) [mail](mailto:team@example.org)
                    [outside](https://example.org/) [query](?a=1) <b id="place">here</b>
                    [unpublished](../interviews/secret.md)
                    [nowhere](../findings/c.md) [case](../Findings/a%20b.md)
                    [above](../../../etc/passwd) [nul](a%00b.png) [bad](%zz)
                    [no topic](/topics/13/) [backslash](/\\\\evil.example)
                    ![elsewhere](https://example.org/a.png)
                    ![missing](../media/none.png) ![nul](a%00b.png)
                    """)
                .problems())
        .isEqualTo(
            """
            research/pages/links.md:5: this links to research/interviews/secret.md, which is not published here, so only the words are shown. Leave it if that is meant, or link to something public.
            research/pages/links.md:6: this leads to no page of the site, so only the words are shown. Link to a note by its relative path, for example ../findings/name.md.
            research/pages/links.md:6: this leads to no page of the site, so only the words are shown. Link to a note by its relative path, for example ../findings/name.md.
            research/pages/links.md:7: this leads to no page of the site, so only the words are shown. Link to a note by its relative path, for example ../findings/name.md.
            research/pages/links.md:7: this leads to no page of the site, so only the words are shown. Link to a note by its relative path, for example ../findings/name.md.
            research/pages/links.md:7: this leads to no page of the site, so only the words are shown. Link to a note by its relative path, for example ../findings/name.md.
            research/pages/links.md:8: this leads to no page of the site, so only the words are shown. Link to a note by its relative path, for example ../findings/name.md.
            research/pages/links.md:8: this leads to no page of the site, so only the words are shown. Link to a note by its relative path, for example ../findings/name.md.
            research/pages/links.md:9: this image lies on another site, which would learn who reads the page, so only its description is shown. Put the image into research/media.
            research/pages/links.md:10: there is no such image, so only its description is shown. Put it into research/media and link to it by a relative path.
            research/pages/links.md:10: there is no such image, so only its description is shown. Put it into research/media and link to it by a relative path.""");
  }

  @Test
  void notesWithOneAddressAreAllLeftOut() {
    Illustration illustration =
        new Illustration()
            .note("findings/a.md", "One.")
            .note("findings/deep/A.md", "Two.")
            .note("pages/b.md", "---\npermalink: /findings/a/\n---\n")
            .note("findings/c.md", "Alone.");

    assertThat(illustration.research().notes())
        .extracting(CheckedNote::address)
        .containsExactly("findings/c/");
    assertThat(illustration.problems())
        .isEqualTo(
            """
            research/findings/a.md:1: its address is also that of research/findings/deep/A.md, research/pages/b.md, so none of them is published. Give one of them another file name, 'slug' or 'permalink'.
            research/findings/deep/A.md:1: its address is also that of research/findings/a.md, so none of them is published. Give one of them another file name, 'slug' or 'permalink'.
            research/pages/b.md:2: its address is also that of research/findings/a.md, so none of them is published. Give one of them another file name, 'slug' or 'permalink'.""");
  }

  @Test
  void theYoungerOfTwoNotesWithOneNameHasItsDateInItsAddress() {
    Illustration illustration =
        new Illustration()
            .note("weeknotes/2026-11-13-week.md", "Second.")
            .note("weeknotes/2026-11-06-week.md", "First.");

    assertThat(illustration.research().notes())
        .extracting(note -> note.content().path() + " at " + note.address())
        .containsExactly(
            "weeknotes/2026-11-06-week.md at weeknotes/week/",
            "weeknotes/2026-11-13-week.md at weeknotes/2026-11-13-week/");
    assertThat(illustration.problems())
        .isEqualTo(
            "research/weeknotes/2026-11-13-week.md:1: an older note has the same name, so this"
                + " one's address has its date in it. Leave it, or give it another file name or"
                + " 'slug'.");
  }

  @Test
  void aPlaceholderThatStandsForNothingIsRefusedWithItsReason() {
    Illustration illustration =
        new Illustration()
            .note("pages/a.md", "---\npermalink: /a:b/\n---\n")
            .note("pages/b.md", "---\npermalink: /:year/x/\n---\n")
            .note("pages/c.md", "---\npermalink: /../:tilte/\n---\n");

    assertThat(illustration.research().notes()).isEmpty();
    assertThat(illustration.problems())
        .isEqualTo(
            """
            research/pages/a.md:2: ':b' is not a placeholder, so this note is not published. Use \
            one of Jekyll's placeholders, such as ':title'.
            research/pages/b.md:2: its permalink has ':year', and it has no date, so it is not \
            published. Add a 'date', or give it another 'permalink'.
            research/pages/c.md:2: ':tilte' is not a placeholder, so this note is not published. \
            Did you mean ':title'?""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../x/",
        "/a/../../x/",
        "/%2e%2e/x/",
        "/a/%2E%2E/x/",
        "..\\\\x",
        "/a\\\\b/",
        "/a/./b/",
        "/.hidden/",
        "/.git/x/",
        "/.well-known/x/",
        "http://example.org/",
        "/a:1/",
        "/a?b/",
        "/a#b/",
        "/a b/",
        "/a\"b/",
        "/a<b/",
        "/a'b/",
        "/a\\u0000b/",
        "/a\\u202eb/",
        "/a\\nb/",
        "/assets/x/",
        "/Assets/x/",
        "/media/x/",
        "/edition/",
        "/editions/1/",
        "/working/x/",
        "/versions.json",
        "/feed.xml",
        "/findings.json",
        "/schemas/x/",
        "/citation.bib",
        "/404.html",
        "/index.html",
        "/INDEX.html",
        "/findings/",
        "/findings/index.html",
        "/Findings",
        "/topics/1/",
        "/topics/",
        "/CNAME/",
        "/",
        "///",
        "/con/",
        "/a/NUL.html",
        "/aux.txt/",
        "/com1/",
        "/lpt9.html",
        "/git~1/",
        "/a/GIT~1/b/",
        "/a./",
        "/a../",
        "/a.html/",
        "/a.html/b/",
        "/~user/",
        "/-a/"
      })
  void anAddressThatEscapesOrIsTakenIsRefused(String permalink) {
    Illustration illustration =
        new Illustration()
            .note(
                "pages/a.md", "---\npermalink: \"" + permalink.replace("\"", "\\\"") + "\"\n---\n");

    assertThat(illustration.research().notes()).isEmpty();
    assertThat(illustration.problems())
        .isEqualTo(
            "research/pages/a.md:2: its address leaves the site or is one that the site uses itself,"
                + " so this note is not published. Give it another file name, 'slug' or"
                + " 'permalink'.");
  }

  @Test
  void veryLongAddressesAreRefusedBeforeAFileSystemDoes() {
    for (String permalink : new String[] {"a".repeat(201), "é".repeat(101), "a/".repeat(201)}) {
      assertThat(
              new Illustration()
                  .note("pages/a.md", "---\npermalink: /" + permalink + "/\n---\n")
                  .research()
                  .notes())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a]", "{a: b}"})
  void aPermalinkThatIsNoTextIsRefused(String permalink) {
    assertThat(
            new Illustration()
                .note("pages/a.md", "---\npermalink: " + permalink + "\n---\n")
                .research()
                .notes())
        .isEmpty();
  }

  @Test
  void permalinksAsJekyllWritesThemAreUsed() {
    assertThat(
            new Illustration()
                .note(
                    "weeknotes/2026-11-06-one.md",
                    "---\npermalink: /:year/:month/:day/:title/\n---\n")
                .note("pages/two.md", "---\npermalink: /about.html\n---\n")
                .note("pages/three.md", "---\npermalink: /:collection/x/:name\n---\n")
                .note(
                    "weeknotes/four.md",
                    "---\npermalink: /:categories/:slug/\ncategories: [a, b]\nslug: z\n---\n")
                .research()
                .notes())
        .extracting(CheckedNote::address)
        .containsExactly("pages/x/three/", "about.html", "2026/11/06/one/", "a/b/z/");
  }

  @Test
  void liquidIsToldOnceForANote() {
    assertThat(
            new Illustration()
                .note("pages/a.md", "---\ntitle: x\n---\nA {% include x %}\n\n{{ y }}\n")
                .note("pages/b.md", "{{{{{{{{ open\nand }} shut\n")
                .problems())
        .isEqualTo(
            "research/pages/a.md:4: Liquid in a note is not evaluated and shows as it is written."
                + " Write the text, the link or the image itself.");
  }

  @Test
  void whoStandsInTheRegisterIsFoundHoweverTheyAreWritten() throws Exception {
    Path file = folder.resolve("register.yml");
    Files.writeString(
        file,
        """
        participants:
          - {id: P01, real_name: Zoë Quartz-Illustrative, known_as: Zed, email: zoe@example.org, phone: "01632 960 123"}
          - {id: P02, real_name: Ali Example, known_as: [Ali E], phone: 01632960456}
        """);
    Register register = Register.read(file, Map.of());

    for (String found :
        new String[] {
          "Zoë Quartz-Illustrative",
          "ZOE QUARTZ-ILLUSTRATIVE",
          "Zoe\u0308 Quartz-Illustrative",
          "zoë  quartz-illustrative",
          "Zoë\nQuartz-Illustrative",
          "Zoë\u00a0Quartz-Illustrative",
          "Zo\u200bë Quartz-Illustrative",
          "by Zed.",
          "ZOE@EXAMPLE.ORG",
          "01632960123",
          "01632-960-123",
          "(01632) 960456",
          "Ａｌｉ Example",
          "A**l**i Example",
          "[Ali](x.md) Example",
          "Al&#105; Example",
          "> Ali\n> Example"
        }) {
      Illustration illustration =
          new Illustration().register(register).note("pages/a.md", "Met " + found + " today.\n");
      assertThat(illustration.research().notes()).as(found).isEmpty();
      assertThat(illustration.problems())
          .contains(
              "this names somebody in the register of participants, so this note is not published")
          .doesNotContainIgnoringCase("zoe")
          .doesNotContain("Ali", "Zed", "960");
    }
    for (String innocent : new String[] {"Alison", "Zedekiah", "a zoetrope", "an exampled text"}) {
      assertThat(
              new Illustration().register(register).note("pages/a.md", innocent).research().notes())
          .as(innocent)
          .hasSize(1);
    }
  }

  @Test
  void aNameInADefaultOfTheConfigurationIsFoundToo() throws Exception {
    Path file = folder.resolve("register.yml");
    Files.writeString(file, "participants: [{id: P01, real_name: Ali Example}]\n");
    String yaml = "defaults: [{values: {image: {credit: [Ali Example]}}}]";

    Illustration illustration =
        new Illustration()
            .register(Register.read(file, Map.of()))
            .configuration(NoteConfiguration.of(yaml.getBytes(StandardCharsets.UTF_8)))
            .note("pages/a.md", "Text.");

    assertThat(illustration.research().notes()).isEmpty();
    assertThat(illustration.problems())
        .isEqualTo(
            "research/pages/a.md:1: this names somebody in the register of participants, so this note"
                + " is not published. Write P01 instead.");
  }

  @Test
  void aNameInAFileNameOrATopicIsFoundToo() throws Exception {
    Path file = folder.resolve("register.yml");
    Files.writeString(file, "participants: [{id: P02, real_name: Ali Example}]\n");

    Illustration illustration =
        new Illustration()
            .register(Register.read(file, Map.of()))
            .note("pages/ali-example.md", "Text.")
            .topic(1, "About Ali Example", "x")
            .topic(2, "Fine", "y");

    assertThat(illustration.research().notes()).isEmpty();
    assertThat(illustration.research().topics())
        .extracting(CheckedTopic::address)
        .containsExactly("topics/2/");
  }

  @Test
  void aLogoThatCannotBeShownIsSaid() {
    assertThat(
            new Illustration()
                .programme("title: x\nsite: {logo: media/logo.svg}\n")
                .media("media/logo.svg", "<svg/>".getBytes())
                .problems())
        .isEqualTo(
            "research/programme.yml: research/media/logo.svg is not a picture that Fortnight can"
                + " clean, so it is not published. Export it as PNG or JPEG.");
    assertThat(new Illustration().programme("title: x\nsite: {logo: media/logo.svg}\n").problems())
        .isEqualTo(
            "research/programme.yml: there is no research/media/logo.svg, so no logo is shown. Put"
                + " the logo there, or name another file.");
  }
}
