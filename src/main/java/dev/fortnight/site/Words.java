package dev.fortnight.site;

import dev.fortnight.check.AssumptionState;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.check.Weight;
import dev.fortnight.note.Consent;
import dev.fortnight.note.NoteKind;
import dev.fortnight.topic.TopicState;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts what the build knows into the words of one language: dates, counts, kinds and states. */
final class Words {

  private final Messages messages;
  private final DateTimeFormatter day;
  private final DateTimeFormatter weekday;
  private final DateTimeFormatter month;
  private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  Words(Locale language, Messages messages) {
    this.messages = messages;
    this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", language);
    this.weekday = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", language);
    this.month = DateTimeFormatter.ofPattern("MMMM uuuu", language);
  }

  /** {@code 14 June 2026}. */
  String day(LocalDate date) {
    return day.format(date);
  }

  /** {@code Sunday 14 June 2026}. */
  String weekday(LocalDate date) {
    return weekday.format(date);
  }

  /** {@code June 2026}. */
  String month(LocalDate date) {
    return month.format(date);
  }

  /** {@code 16:00}. */
  String time(ZonedDateTime moment) {
    return time.format(moment);
  }

  /** {@code Desk research} of {@code desk-research}; a method of a team's own as it wrote it. */
  String method(String method) {
    return messages
        .find("methods." + method.replace('-', '_'))
        .orElse(capitalised(method.replace('-', ' ')));
  }

  static String capitalised(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int end = text.offsetByCodePoints(0, 1);
    return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
  }

  String consent(Consent consent) {
    return switch (consent) {
      case PUBLIC -> messages.say("consent.public");
      case FINDINGS_ONLY -> messages.say("consent.findings_only");
      case INTERNAL, WITHDRAWN -> messages.say("consent.internal");
    };
  }

  /** {@code high}, as the team's judgement is called; what is no such word as the team wrote it. */
  String confidence(String word) {
    return messages.find("confidence." + word).orElse(word);
  }

  /** {@code 4 people, 2 methods, 1 contradicts}. */
  String weight(Weight weight) {
    List<String> parts = new ArrayList<>();
    if (weight.people() > 0) {
      parts.add(messages.count("weight.people", weight.people()));
      parts.add(methods(weight));
    }
    if (weight.contradicting() > 0) {
      parts.add(messages.count("weight.contradicting", weight.contradicting()));
    }
    return String.join(", ", parts);
  }

  /** {@code 2 methods}. */
  String methods(Weight weight) {
    return messages.count("weight.methods", weight.methods());
  }

  /** {@code Strong evidence}. */
  String weightLabel(Weight weight) {
    return messages.say("weight." + (weight.marks() == 0 ? "none" : weight.label()));
  }

  String withheld(int count) {
    return messages.count("finding.withheld", count);
  }

  String state(AssumptionState state) {
    return messages.say("state." + state.word());
  }

  String state(TopicState state) {
    return messages.say("state." + Cards.state(state));
  }

  String stance(ResearchGraph.Stance stance) {
    return messages.say("evidence." + stance.name().toLowerCase(Locale.ROOT));
  }

  /** The title of a section. */
  String section(NoteKind kind) {
    return messages.say("sections." + kind.folder());
  }

  /** The list of a kind, as pages lead to it. */
  Map<String, Object> sectionLink(NoteKind kind) {
    return Map.of("title", section(kind), "url", kind.folder() + "/");
  }

  /** The list of topics, as pages lead to it. */
  Map<String, Object> topicsLink() {
    return Map.of("title", messages.say("sections.topics"), "url", "topics/");
  }

  /** The word for one of a kind. */
  String kind(NoteKind kind) {
    return messages.say("kinds." + kind.word());
  }
}
