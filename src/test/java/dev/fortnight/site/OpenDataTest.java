package dev.fortnight.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Illustration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenDataTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static CheckedResearch research() {
    return new Illustration()
        .topic(12, "Why so long?", "We *ask*.")
        .note("assumptions/support.md", "---\ntitle: Nobody answers\n---\nWe test it.\n")
        .note(
            "interviews/2026-11-10-officer.md",
            """
            ---
            title: A parking officer
            consent: public
            participants: [P07]
            role: Parking officer
            topics: [12]
            ---
            > It waits for a signature & a stamp.
            {: #q1 .evidence supports="support"}
            """)
        .note(
            "interviews/2026-11-11-quoted-only.md",
            """
            ---
            title: Canary
            consent: findings-only
            participants: [P08]
            ---
            > It went fast.
            {: #q1 .evidence contradicts="support"}
            """)
        .note(
            "interviews/2026-11-12-shut.md",
            "---\ntitle: Canary\nconsent: internal\n---\n> Canary.\n{: #q1 .evidence}\n")
        .note(
            "findings/permits-wait.md",
            """
            ---
            title: "=cmd|' /C calc'!A0"
            date: 2026-11-12
            supports: support
            confidence: low
            tags: [permits, "-2+3"]
            topics: [12]
            evidence:
              - interviews/2026-11-10-officer#q1
              - interviews/2026-11-11-quoted-only#q1
              - interviews/2026-11-12-shut#q1
            ---
            They wait for **a person**.
            """)
        .research();
  }

  private static JsonNode json(String file) throws Exception {
    return MAPPER.readTree(SitePages.working(research()).text(file));
  }

  @Test
  void aFindingIsThisRecord() throws Exception {
    assertThat(json("findings.json").get("findings").get(0).toPrettyString().replace("\r\n", "\n"))
        .isEqualTo(
            """
            {
              "id" : "https://example.org/permits/findings/permits-wait/",
              "title" : "=cmd|' /C calc'!A0",
              "description" : "They wait for a person.",
              "text" : "They wait for a person.",
              "date" : "2026-11-12",
              "illustrative" : false,
              "tags" : [ "permits", "-2+3" ],
              "topics" : [ "https://example.org/permits/topics/12/" ],
              "last_confirmed" : "2026-11-12",
              "confidence" : "low",
              "weight" : {
                "marks" : 1,
                "people" : 1,
                "methods" : 1,
                "contradicting" : 1
              },
              "evidence" : [ {
                "stance" : "supports",
                "text" : "It waits for a signature & a stamp.",
                "participant" : "P07",
                "role" : "Parking officer",
                "method" : "interview",
                "month" : "2026-11",
                "address" : "https://example.org/permits/interviews/officer/#q1"
              }, {
                "stance" : "contradicts",
                "text" : "It went fast.",
                "participant" : "P08",
                "method" : "interview",
                "month" : "2026-11"
              } ],
              "withheld" : 1,
              "assumptions" : [ "https://example.org/permits/assumptions/support/" ],
              "recommendations" : [ ],
              "supersedes" : [ ]
            }""");
  }

  @Test
  void anAssumptionSaysWhoSpokeForAndAgainst() throws Exception {
    JsonNode assumption = json("assumptions.json").get("assumptions").get(0);

    assertThat(assumption.get("state").asText()).isEqualTo("mixed");
    assertThat(assumption.get("supporting").asInt()).isEqualTo(1);
    assertThat(assumption.get("contradicting").asInt()).isEqualTo(1);
    assertThat(assumption.get("evidence")).hasSize(2);
  }

  @Test
  void aTopicNamesWhatWasFoundOnIt() throws Exception {
    JsonNode topic = json("topics.json").get("topics").get(0);

    assertThat(topic.get("text").asText()).isEqualTo("We ask.");
    assertThat(topic.get("findings").get(0).asText())
        .isEqualTo("https://example.org/permits/findings/permits-wait/");
    assertThat(topic.get("interviews").get(0).asText())
        .isEqualTo("https://example.org/permits/interviews/officer/");
  }

  @Test
  void aFormulaInTheTableOfFindingsIsMadeHarmless() throws Exception {
    assertThat(SitePages.working(research()).text("findings.csv"))
        .isEqualTo(
            "id,title,description,date,last_confirmed,confidence,weight,people,methods,"
                + "contradicting,withheld,assumptions,topics,tags,approved_in\r\n"
                + "https://example.org/permits/findings/permits-wait/,'=cmd|' /C calc'!A0,"
                + "They wait for a person.,2026-11-12,2026-11-12,low,1,1,1,1,1,"
                + "https://example.org/permits/assumptions/support/,"
                + "https://example.org/permits/topics/12/,permits; -2+3,\r\n");
  }

  @ParameterizedTest
  @EnumSource
  void eachFileIsAsItsSchemaSays(DataSchema schema) throws Exception {
    SitePages site = SitePages.working(research());
    JsonNode data = MAPPER.readTree(site.text(schema.file()));

    assertThat(data.get("schema").asText())
        .isEqualTo("https://example.org/permits/" + schema.address());
    assertThat(faults(schema, site.text(schema.address()), data)).isEmpty();
    assertThat(data.get(schema.word())).isNotEmpty();
    ObjectNode entry = (ObjectNode) data.get(schema.word()).get(0);
    entry.put("id", "no address");
    entry.put("unknown", true);
    assertThat(faults(schema, site.text(schema.address()), data)).hasSize(2);
  }

  private static List<String> faults(DataSchema schema, String text, JsonNode data) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    JsonSchema validator =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text, config);
    return validator.validate(data).stream().map(String::valueOf).toList();
  }

  @Test
  void aPageSaysWhatEachFieldMeans() throws Exception {
    SitePages site = SitePages.working(research());
    Document page = site.page("edition/data/");
    List<String> fields = new ArrayList<>(page.select("code").eachText());

    assertThat(fields).contains("weight.people", "evidence.stance", "supporting", "opened");
    assertThat(page.select("td")).allMatch(cell -> !cell.text().isBlank());
    for (String file : page.select("main a").eachAttr("href")) {
      assertThat(site.has(file.replaceFirst("^(\\.\\./)+", ""))).as(file).isTrue();
    }
    assertThat(site.page("edition/").select("a").eachAttr("href")).contains("../edition/data/");
  }

  /** The schemas are for programs and in English; the page says the same in its own language. */
  @Test
  void aPageSaysWhatTheSchemasSay() {
    FormatsPage page = new FormatsPage(null, Messages.of(Locale.UK));

    for (DataSchema schema : DataSchema.values()) {
      assertThat(schema.fields())
          .allSatisfy(
              field ->
                  assertThat(page.meaning(schema, field.name()))
                      .as(schema.word() + " " + field.name())
                      .isEqualTo(field.meaning()));
    }
  }

  @Test
  void aSiteInWelshDescribesItsDataInWelsh() throws Exception {
    Document page =
        SitePages.working(
                new Illustration().programme("title: Trwyddedau\nlanguage: cy\n").research())
            .page("edition/data/");

    assertThat(page.select("[lang=en]")).isEmpty();
    assertThat(
            page.select("#findings ~ .table-scroll tr:has(code:matchesOwn(^weight.people$)) td")
                .eachText())
        .containsExactly("rhif cyfan", "Faint o bobl sy'n siarad o'i blaid.");
    assertThat(
            page.select("#findings ~ .table-scroll tr:has(code:matchesOwn(^evidence$)) td")
                .eachText())
        .containsExactly("rhestr: grŵp", "Ar beth y mae'n gorffwys, yn nhrefn y dudalen.");
  }

  @Test
  void whatIsNotPublishedIsInNoFile() throws Exception {
    SitePages.working(research())
        .tree()
        .files()
        .forEach(
            (file, bytes) ->
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(file)
                    .doesNotContain("Canary", "quoted-only"));
  }
}
