package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.note.NoteKind;
import dev.fortnight.site.data.CsvFile;
import dev.fortnight.site.data.JsonFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the pages say of findings, assumptions and topics, as files to compute with. */
final class OpenData {

  static final String FINDINGS_TABLE = "findings.csv";

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "title",
          "description",
          "date",
          "last_confirmed",
          "confidence",
          "weight",
          "people",
          "methods",
          "contradicting",
          "withheld",
          "assumptions",
          "topics",
          "tags",
          "approved_in");

  private final CheckedResearch research;
  private final RecordsOfResearch records;
  private final OtherFiles files;
  private final TreeParts parts;

  OpenData(CheckedResearch research, RecordsOfResearch records, OtherFiles files, TreeParts parts) {
    this.parts = parts;
    this.research = research;
    this.records = records;
    this.files = files;
  }

  void write() {
    writeFindings();
    write(DataSchema.ASSUMPTIONS, all(NoteKind.ASSUMPTION, records::assumption));
    write(
        DataSchema.TOPICS,
        research.topics().stream().map((CheckedTopic topic) -> records.topic(topic)).toList());
  }

  private void writeFindings() {
    List<Map<String, Object>> findings = all(NoteKind.FINDING, records::finding);
    write(DataSchema.FINDINGS, findings);
    files.write(
        FINDINGS_TABLE,
        findings,
        () -> CsvFile.bytes(COLUMNS, findings.stream().map(OpenData::row).toList()));
  }

  private List<Map<String, Object>> all(
      NoteKind kind, Function<CheckedNote, Map<String, Object>> record) {
    return research.notes(kind).stream()
        .map(note -> parts.record(note.content().path(), () -> record.apply(note)))
        .toList();
  }

  private void write(DataSchema schema, List<Map<String, Object>> items) {
    String site = research.programme().site().url().toString();
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("schema", site + schema.address());
    file.put("programme", research.programme().title());
    file.put("address", site);
    file.put("licence", research.programme().site().licence());
    file.put(schema.word(), items);
    files.write(schema.file(), file, () -> JsonFile.bytes(file));
    files.write(schema.address(), schema.bytes());
  }

  private static List<String> row(Map<String, Object> finding) {
    Map<String, Object> values = new LinkedHashMap<>(finding);
    ((Map<?, ?>) finding.get("weight")).forEach((key, value) -> values.put(key.toString(), value));
    values.put("weight", values.get("marks"));
    List<String> row = new ArrayList<>();
    COLUMNS.forEach(column -> row.add(cell(values.getOrDefault(column, ""))));
    return row;
  }

  private static String cell(Object value) {
    return value instanceof Collection<?> many
        ? many.stream().map(String::valueOf).collect(Collectors.joining("; "))
        : String.valueOf(value);
  }
}
