package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.note.NoteKind;
import dev.fortnight.sprint.Appointment;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All editions so far, the sprint to come, and where each assumption stood. It is one page, so that
 * a new edition leaves the pages of assumptions as they are unless what we think has changed.
 */
final class TimelinePage {

  static final String ADDRESS = "edition/timeline/";
  static final String LAYOUT = "timeline";

  private final CheckedResearch research;
  private final Tree tree;
  private final Frame frame;
  private final Words words;
  private final Messages messages;

  TimelinePage(CheckedResearch research, Tree tree, Frame frame, Words words, Messages messages) {
    this.research = research;
    this.tree = tree;
    this.frame = frame;
    this.words = words;
    this.messages = messages;
  }

  Page page() {
    return new Page(ADDRESS, LAYOUT, () -> "", this::data);
  }

  private Map<String, Object> data() {
    Map<String, Object> page = frame.page(ADDRESS, LAYOUT, messages.say("timeline.title"));
    page.put("section", Map.of("title", messages.say("edition.title"), "url", EditionPage.ADDRESS));
    page.put("coming", coming());
    List<Map<String, Object>> editions = new ArrayList<>();
    tree.past().forEach(past -> editions.add(0, edition(past)));
    page.put("editions", editions);
    page.put("assumptions", assumptions());
    return page;
  }

  private Map<String, Object> edition(Tree.Past past) {
    Sprint sprint = new SprintCalendar(research.programme().cycle()).sprint(past.sprint());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("number", past.number());
    shown.put(
        "address",
        research.programme().site().url().resolve("editions/" + past.number() + "/").toString());
    shown.put("date_text", words.day(past.date()));
    shown.put(
        "sprint_text",
        messages.say(
            "timeline.sprint", past.sprint(), words.day(sprint.first()), words.day(sprint.last())));
    shown.put("signed_by", past.signedBy());
    shown.put("decided_text", decided(past));
    shown.put("added_count", past.added());
    shown.put("changed_count", past.changed());
    shown.put("removed_count", past.removed());
    return shown;
  }

  /** {@code 12 items approved, 1 held back}; nothing where no decision is kept. */
  private String decided(Tree.Past past) {
    List<String> decided = new ArrayList<>();
    if (past.approved() > 0) {
      decided.add(messages.count("timeline.approved", past.approved()));
    }
    if (past.held() > 0) {
      decided.add(messages.count("timeline.held", past.held()));
    }
    return String.join(", ", decided);
  }

  /** The sprint after an edition's; on the working site, the one that is under way. */
  private Map<String, Object> coming() {
    SprintCalendar calendar = new SprintCalendar(research.programme().cycle());
    Sprint sprint =
        tree instanceof Tree.Edition edition
            ? calendar.after(edition.sprint())
            : calendar.at(research.now());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(
        "sprint_text",
        messages.say(
            "timeline.sprint",
            sprint.number(),
            words.day(sprint.first()),
            words.day(sprint.last())));
    AppointmentWords appointments = new AppointmentWords(words, messages);
    Appointment review = sprint.reviewAppointment();
    shown.put("review_text", appointments.when(review, appointments.ofReview(review)));
    sprint
        .callAppointment()
        .ifPresent(
            call -> shown.put("call_text", appointments.when(call, appointments.ofCall(call))));
    shown.put("changes", appointments.changes(sprint, research));
    return shown;
  }

  private List<Map<String, Object>> assumptions() {
    List<Map<String, Object>> assumptions = new ArrayList<>();
    for (CheckedNote assumption : research.notes(NoteKind.ASSUMPTION)) {
      List<Map<String, Object>> steps = steps(assumption.content().slug());
      if (!steps.isEmpty()) {
        Map<String, Object> shown = new LinkedHashMap<>(Cards.link(assumption));
        shown.put("id", id(assumption));
        shown.put("steps", steps);
        assumptions.add(shown);
      }
    }
    return assumptions;
  }

  /** Where an assumption's history stands on the page. */
  static String id(CheckedNote assumption) {
    return "history-" + assumption.content().slug();
  }

  /** One for each edition that moved it, so that the table stays short however many there are. */
  private List<Map<String, Object>> steps(String slug) {
    List<Map<String, Object>> steps = new ArrayList<>();
    Optional<Tree.Standing> before = Optional.empty();
    for (Tree.Past past : tree.past()) {
      Optional<Tree.Standing> now = Optional.ofNullable(past.standings().get(slug));
      if (now.isPresent() && !now.equals(before)) {
        Tree.Standing standing = now.get();
        steps.add(
            Map.of(
                "number", past.number(),
                "date_text", words.day(past.date()),
                "state", standing.state().word(),
                "state_text", words.state(standing.state()),
                "for_count", standing.supporting(),
                "against_count", standing.contradicting()));
      }
      before = now;
    }
    return steps;
  }
}
