package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.OpenCall;
import dev.fortnight.note.NoteKind;
import dev.fortnight.sprint.Appointment;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to know before the next open call, and the recordings of those that were. It is one page at
 * one address, so that a link to it never ends at a call that is over.
 */
final class OpenCallPage {

  static final String ADDRESS = "open-call/";
  static final String LAYOUT = "open-call";

  private static final int MOST_HEADLINES = 5;

  private static final int MOST_FINDINGS = 3;

  private final CheckedResearch research;
  private final Tree tree;
  private final Frame frame;
  private final Cards cards;
  private final SectionPages sections;
  private final Doubts doubts;
  private final Words words;
  private final Messages messages;
  private final SprintCalendar calendar;
  private final boolean isShown;

  /**
   * @param hasLayout whether the theme can show it; one from before there was such a page cannot
   */
  OpenCallPage(
      CheckedResearch research,
      Tree tree,
      Frame frame,
      Cards cards,
      SectionPages sections,
      Doubts doubts,
      Words words,
      Messages messages,
      boolean hasLayout) {
    this.research = research;
    this.tree = tree;
    this.frame = frame;
    this.cards = cards;
    this.sections = sections;
    this.doubts = doubts;
    this.words = words;
    this.messages = messages;
    this.calendar = new SprintCalendar(research.programme().cycle());
    this.isShown = hasLayout && research.programme().cycle().openCall().isPresent();
  }

  boolean isShown() {
    return isShown;
  }

  /** None where the programme holds no open calls. */
  Optional<Page> page() {
    return isShown
        ? Optional.of(new Page(ADDRESS, LAYOUT, () -> "", this::data))
        : Optional.empty();
  }

  /** The next open call as pages show it; empty where there is none. */
  Optional<Map<String, Object>> next() {
    return calendar.nextOpenCall(research.now()).callAppointment().map(this::call);
  }

  /** Where to join a call; empty too where that would show what must not be shown. */
  static Optional<URI> join(CheckedResearch research) {
    return research
        .programme()
        .cycle()
        .join()
        .filter(address -> research.leaks(address.toString()).isEmpty());
  }

  private Map<String, Object> call(Appointment appointment) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("date_text", words.day(appointment.at().toLocalDate()));
    call.put("weekday_text", words.weekday(appointment.at().toLocalDate()));
    call.put("time_text", words.time(appointment.at()));
    new AppointmentWords(words, messages)
        .ofCall(appointment)
        .map(Words::capitalised)
        .ifPresent(moved -> call.put("moved_text", moved));
    if (isShown) {
      call.put("url", ADDRESS);
    }
    return call;
  }

  private Map<String, Object> data() {
    Map<String, Object> page = frame.page(ADDRESS, LAYOUT, messages.say("open_call.title"));
    page.put("description", messages.say("home.call"));
    Sprint sprint = calendar.nextOpenCall(research.now());
    sprint.callAppointment().ifPresent(appointment -> page.put("next_call", call(appointment)));
    page.put("zone", research.programme().cycle().zone().getId());
    join(research)
        .ifPresent(
            address ->
                page.put("join", Map.of("url", address.toString(), "host", address.getHost())));
    research
        .note("pages/take-part.md")
        .map(CheckedNote::address)
        .ifPresent(address -> page.put("take_part_url", address));
    page.put("asked", about(sprint.number()).stream().map(cards::card).toList());
    page.put("changes", headlines());
    page.put("findings", newestFindings());
    page.putAll(doubts.shown());
    recordings(page);
    return page;
  }

  /** The notes that the team wrote on the open call of a sprint. */
  private List<CheckedNote> about(int sprint) {
    return research.notes().stream()
        .filter(note -> OpenCall.of(note.content()).stream().anyMatch(call -> call == sprint))
        .sorted(Comparator.comparing(CheckedNote::address))
        .toList();
  }

  private List<Map<String, Object>> headlines() {
    return tree.whatChanged().stream()
        .flatMap(difference -> difference.headlines().stream())
        .filter(headline -> research.note(headline.item()).isPresent())
        .limit(MOST_HEADLINES)
        .map(
            headline ->
                Map.<String, Object>of(
                    "text", headline.text(),
                    "url", research.note(headline.item()).orElseThrow().address()))
        .toList();
  }

  private List<Map<String, Object>> newestFindings() {
    return sections.newestFirst(NoteKind.FINDING).stream()
        .map(cards::card)
        .filter(card -> !card.containsKey("superseded_by"))
        .limit(MOST_FINDINGS)
        .toList();
  }

  /** Of calls that have begun, the newest first; the first is shown, the others are linked to. */
  private void recordings(Map<String, Object> page) {
    List<Map<String, Object>> earlier = new ArrayList<>();
    research.notes().stream()
        .filter(note -> OpenCall.of(note.content()).isPresent())
        .sorted(
            Comparator.comparing((CheckedNote note) -> OpenCall.of(note.content()).getAsInt())
                .reversed()
                .thenComparing(CheckedNote::address))
        .forEach(
            note ->
                recording(note)
                    .ifPresent(
                        recording -> {
                          page.putIfAbsent("recording", recording);
                          earlier.add(link(note));
                        }));
    page.put("earlier", earlier);
  }

  private Optional<Map<String, Object>> recording(CheckedNote note) {
    return begun(note).flatMap(call -> new Recording(research).of(note, frame.root(ADDRESS)));
  }

  private Map<String, Object> link(CheckedNote note) {
    Map<String, Object> link = new LinkedHashMap<>(Cards.link(note));
    begun(note).ifPresent(call -> link.put("date_text", words.day(call.at().toLocalDate())));
    return link;
  }

  private Optional<Appointment> begun(CheckedNote note) {
    return calendar
        .sprint(OpenCall.of(note.content()).getAsInt())
        .callAppointment()
        .filter(call -> !call.at().toInstant().isAfter(research.now()));
  }
}
