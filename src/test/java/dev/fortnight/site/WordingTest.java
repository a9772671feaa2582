package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import dev.fortnight.programme.StrictYaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** All wording of the site stands in the files of {@code _messages}, in each of its languages. */
class WordingTest {

  private static final Pattern IN_LAYOUT = Pattern.compile("site\\.words\\.([a-z_.]+)(\\[)?");
  private static final Pattern IN_JAVA = Pattern.compile("\"([a-z_]+(?:\\.[a-z_]+)*\\.?)\"");
  private static final Pattern LIQUID = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}", Pattern.DOTALL);
  private static final Pattern COMMENT =
      Pattern.compile("\\{%-? comment -?%}.*?\\{%-? endcomment -?%}", Pattern.DOTALL);
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

  /** Stand in the English name of the licence, and in addresses. */
  private static final Set<String> NAMES = Set.of("Licence", "Open", "findings");

  private static final Pattern READ_OUT =
      Pattern.compile("(?:aria-label|alt|title|placeholder)=\"([^\"]*)\"");

  @Test
  void noLayoutHasASentenceOfItsOwn() throws Exception {
    Map<String, SortedSet<String>> own = new TreeMap<>();
    layouts()
        .forEach(
            (file, text) -> {
              SortedSet<String> sentences = sentences(text);
              if (!sentences.isEmpty()) {
                own.put(file, sentences);
              }
            });

    assertThat(own).isEqualTo(Map.of("_layouts/archive.html", Set.of("index.html")));
  }

  @Test
  void aSentenceInALayoutIsFound() {
    assertThat(
            sentences(
                """
                {%- comment -%} Not shown {%- endcomment -%}
                <p class="quiet" aria-label="Read out">{{ page.title | default: "None yet" }}, seen</p>
                {% include link-list.html title="Topics" items=page.topics %}
                <p>{{ site.words.page.home | replace_first: "%s", page.url }}: £</p>
                """))
        .containsExactly("None yet", "Read out", "Topics", "seen");
  }

  private static SortedSet<String> sentences(String layout) {
    String text = COMMENT.matcher(layout.replaceFirst("(?s)\\A---\\n.*?---\\n", "")).replaceAll("");
    SortedSet<String> sentences = new TreeSet<>();
    LIQUID
        .matcher(text)
        .results()
        .flatMap(tag -> LITERAL.matcher(tag.group()).results())
        .map(literal -> literal.group(1))
        .filter(literal -> literal.matches(".*(?:[A-Z]|[a-z] +[a-z]).*"))
        .forEach(sentences::add);
    String html = LIQUID.matcher(text).replaceAll("");
    READ_OUT.matcher(html).results().map(found -> found.group(1)).forEach(sentences::add);
    Stream.of(html.replaceAll("<[^>]*>", "\n").split("\n")).forEach(sentences::add);
    return sentences.stream()
        .map(sentence -> sentence.replaceAll("^\\P{L}+|\\P{L}+$", ""))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void allLanguagesSayTheSameWithTheSameGaps() throws Exception {
    Map<String, String> english = words("en");

    assertThat(gaps(words("cy"))).isEqualTo(gaps(english));
  }

  private static Map<String, Integer> gaps(Map<String, String> words) {
    Map<String, Integer> gaps = new TreeMap<>();
    words.forEach((key, text) -> gaps.put(key, text.split("%s", -1).length - 1));
    return gaps;
  }

  @Test
  void whatIsWrittenIsUsedAndWhatIsUsedIsWritten() throws Exception {
    Set<String> written = words("en").keySet();
    SortedSet<String> used = new TreeSet<>();
    SortedSet<String> unknown = new TreeSet<>();
    for (String text : layouts().values()) {
      Matcher word = IN_LAYOUT.matcher(text);
      while (word.find()) {
        SortedSet<String> meant =
            meant(word.group(1) + (word.group(2) == null ? "" : "."), written);
        (meant.isEmpty() ? unknown : used).addAll(meant.isEmpty() ? Set.of(word.group()) : meant);
      }
    }
    for (String text : sources()) {
      IN_JAVA.matcher(text).results().forEach(word -> used.addAll(meant(word.group(1), written)));
    }

    assertThat(unknown).isEmpty();
    assertThat(used).containsExactlyElementsOf(new TreeSet<>(written));
  }

  /** A key, the forms of a count, or a group of which the build takes one. */
  private static SortedSet<String> meant(String key, Set<String> written) {
    return written.stream()
        .filter(
            known ->
                known.equals(key)
                    || known.equals(key + ".one")
                    || known.equals(key + ".many")
                    || key.endsWith(".") && known.startsWith(key))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, String> layouts() throws Exception {
    Map<String, String> layouts = new TreeMap<>();
    Theme.bundled()
        .files()
        .forEach(
            (file, bytes) -> {
              if (file.endsWith(".html")) {
                layouts.put(file, new String(bytes, StandardCharsets.UTF_8));
              }
            });
    return layouts;
  }

  private static List<String> sources() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/fortnight"))) {
      List<Path> java =
          files.filter(file -> file.toString().matches(".*/(?:site|edition)/\\w+\\.java")).toList();
      List<String> texts = new ArrayList<>();
      for (Path file : java) {
        texts.add(Files.readString(file));
      }
      return texts;
    }
  }

  private static Map<String, String> words(String language) throws Exception {
    Map<String, String> words = new TreeMap<>();
    String yaml = Theme.bundled().messages(language).orElseThrow();
    flatten("", StrictYaml.read(yaml).values(), words);
    return words;
  }

  private static void flatten(String prefix, Map<?, ?> group, Map<String, String> words) {
    group.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> more) {
            flatten(prefix + key + ".", more, words);
          } else {
            words.put(prefix + key, String.valueOf(value));
          }
        });
  }

  @Test
  void aProgrammeInWelshSaysNothingInEnglish() throws Exception {
    SitePages site = SitePages.of(welsh().research(), edition());
    Map<String, String> welsh = words("cy");
    Set<String> english =
        words("en").entrySet().stream()
            .filter(word -> !welsh.get(word.getKey()).equals(word.getValue()))
            .flatMap(word -> Stream.of(word.getValue().split("%s")))
            .map(String::strip)
            .filter(part -> part.length() > 1 && !NAMES.contains(part))
            .collect(Collectors.toSet());

    Map<String, SortedSet<String>> said = new TreeMap<>();
    site.tree()
        .files()
        .forEach(
            (file, bytes) -> {
              if (file.endsWith(".html")) {
                String page = new String(bytes, StandardCharsets.UTF_8);
                SortedSet<String> found = new TreeSet<>();
                String shown = visible(Jsoup.parse(page));
                english.stream()
                    .filter(
                        part ->
                            Pattern.compile("\\b" + Pattern.quote(part) + "\\b")
                                .matcher(shown)
                                .find())
                    .forEach(found::add);
                if (!found.isEmpty()) {
                  said.put(file, found);
                }
              }
            });
    assertThat(said).isEmpty();
    Document home = site.page("");
    assertThat(home.select("html").attr("lang")).isEqualTo("cy");
    assertThat(home.select(".opening__sprint").text())
        .isEqualTo("Sbrint 2, 16 Tachwedd 2026 i 29 Tachwedd 2026");
  }

  /** What is there without names in code and what says itself that it is in another language. */
  private static String visible(Document page) {
    page.body().select("[lang=en], code").remove();
    return page.body().text()
        + page.select("[aria-label]").eachAttr("aria-label")
        + page.select("#versions").first().dataset().values();
  }

  private static Illustration welsh() {
    return new Illustration()
        .programme(
            """
            title: Trwyddedau
            summary: Pam mor araf?
            language: cy
            cycle: {first: 2026-11-02}
            site: {url: "https://example.org/t/", contact: team@example.org}
            """)
        .note(
            "interviews/2026-11-10-a.md",
            """
            ---
            title: Clerc
            consent: public
            participants: [P07]
            tags: [parcio]
            ---
            > Mae'n aros.
            {: #q1 .evidence supports="oedi"}
            """)
        .note("assumptions/oedi.md", "---\ntitle: Oedi\n---\nMae oedi.\n")
        .note("assumptions/arall.md", "---\ntitle: Arall\n---\nMae un arall.\n")
        .note(
            "findings/aros.md",
            """
            ---
            title: Aros
            confidence: low
            date: 2026-11-12
            evidence: [interviews/2026-11-10-a#q1]
            supports: oedi
            ---
            Maent yn aros.
            """)
        .note("findings/newydd.md", "---\ntitle: Newydd\nsuperseded-by: aros\n---\nDim.\n")
        .note("recommendations/gwnewch.md", "---\ntitle: Gwnewch\nfindings: aros\n---\nHyn.\n")
        .note("weeknotes/2026-11-06-un.md", "---\ntitle: Un\n---\nUn.\n")
        .note("weeknotes/2026-11-13-dau.md", "---\ntitle: Dau\n---\nDau.\n")
        .note("pages/take-part.md", "---\ntitle: Sut\ntopic: 12\nillustrative: true\n---\nYma.\n")
        .topic(12, "Pam?", "Pam yr oedi?");
  }

  private static Tree edition() {
    return new Tree.Edition(
        2,
        LocalDate.of(2026, 11, 27),
        "A. Owner",
        2,
        LocalDate.of(2026, 11, 16),
        LocalDate.of(2026, 11, 29),
        Map.of("findings/aros.md", 2),
        Map.of("findings/aros.md", 2),
        Map.of("findings/aros.md", 2),
        new Tree.Difference(
            Optional.of(1),
            List.of(),
            List.of(new Tree.Change("findings/aros.md", "Aros")),
            List.of(new Tree.Change("topics/12", "Pam?")),
            List.of(),
            List.of()),
        List.of(
            new Tree.Past(1, LocalDate.of(2026, 11, 13), "A. Owner", 1, 3, 0, 0, 3, 2, Map.of())));
  }

  @Test
  void theWaitingPageIsInTheProgrammesLanguageToo() throws Exception {
    SiteTree.Collector sink = new SiteTree.Collector();
    LonePage.beforeTheFirstEdition(welsh().research(), Theme.bundled(), sink);

    assertThat(new String(sink.tree().files().get("index.html"), StandardCharsets.UTF_8))
        .contains("Disgwylir y rhifyn cyntaf ar 27 Tachwedd 2026.");
  }

  @Test
  void aNoteInAnotherLanguageSaysSoWhereverItsOwnWordsStand() throws Exception {
    SitePages site =
        SitePages.working(
            new Illustration()
                .note(
                    "interviews/2026-11-10-a.md",
                    """
                    ---
                    title: Clerc
                    lang: cy
                    consent: public
                    ---
                    > Mae'n aros.
                    {: #q1 .evidence}
                    """)
                .note(
                    "findings/wait.md",
                    "---\ntitle: It waits\nevidence: [interviews/2026-11-10-a#q1]\n---\nText.\n")
                .note("weeknotes/2026-11-06-un.md", "---\ntitle: Un\nlang: c<y\n---\nUn.\n")
                .research());

    Document session = site.page("interviews/a/");
    assertThat(session.select("html").attr("lang")).isEqualTo("en-GB");
    assertThat(session.select("main [lang=cy]").eachText()).contains("Clerc", "Mae'n aros.");
    assertThat(session.select("aside").first().parents().is("[lang=cy]")).isFalse();
    assertThat(site.page("interviews/").select("main [lang=cy]").eachText()).contains("Clerc");
    Document finding = site.page("findings/wait/");
    assertThat(finding.select("blockquote").attr("lang")).isEqualTo("cy");
    assertThat(finding.select("h1").hasAttr("lang")).isFalse();
    assertThat(site.page("weeknotes/un/").select("main [lang]")).isEmpty();
  }

  @Test
  void datesAndCountsAreInTheLanguage() {
    Locale welsh = Locale.forLanguageTag("cy");
    Words words = new Words(welsh, Messages.of(welsh));

    assertThat(words.day(LocalDate.of(2026, 6, 14))).isEqualTo("14 Mehefin 2026");
    assertThat(words.method("desk-research")).isEqualTo("Ymchwil ddesg");
    assertThat(words.method("card-sort")).isEqualTo("Card sort");
  }
}
