package dev.fortnight.check;

import dev.fortnight.note.Captions;
import dev.fortnight.note.Note;
import dev.fortnight.note.Prose;
import dev.fortnight.note.Sha256;
import dev.fortnight.privacy.Find;
import dev.fortnight.privacy.PersonalData;
import dev.fortnight.privacy.PersonalDataSearch;
import dev.fortnight.privacy.Waiver;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Nothing in a note points to a person: not in its file, not in its name, not as it is shown; and
 * nothing in a topic's title, body and labels does. Keeps in mind what was found and may pass.
 */
final class PersonalDataCheck {

  static final String NAME = "personal-data";

  private final Snapshot snapshot;
  private final PersonalDataSearch search;
  private final Set<String> passed = new HashSet<>();
  private final Set<Waiver> usedWaivers = new HashSet<>();
  private final List<Doubt> doubts = new ArrayList<>();

  PersonalDataCheck(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.search = snapshot.search();
  }

  /** What is found in a note, before anybody asks whether it may pass. */
  record Searched(List<Find> inFile, List<Find> inName, List<Find> asShown) {

    boolean isNothing() {
      return inFile.isEmpty() && inName.isEmpty() && asShown.isEmpty();
    }
  }

  /** Searches a note, on any thread. */
  Searched searched(Note note) {
    return new Searched(
        search.in(note.source()),
        search.in(words(note.path())),
        search.in(shown(note.prose()) + "\n\n" + configured(note)));
  }

  List<Problem> problems(Note note, Searched searched) {
    if (searched.isNothing()) {
      return List.of();
    }
    boolean isAnswered = snapshot.scope().answers().cover(note);
    List<Problem> problems = new ArrayList<>();
    Set<String> found = new HashSet<>();
    PlacesInText places = new PlacesInText(note.file(), note.source());
    for (Find find : searched.inFile()) {
      found.add(who(find));
      Problem problem = problem(find, places.of(find.start(), find.end()), "this note");
      if (!passes(find, note.path(), isAnswered, problem)) {
        problems.add(problem);
      }
    }
    for (Find find : searched.inName()) {
      Problem problem = problem(find, SourceLocation.file(note.file()), "this note");
      if (!passes(find, note.path(), isAnswered, problem)) {
        problems.add(problem);
      }
    }
    for (Find find : searched.asShown()) {
      Problem problem = problem(find, new SourceLocation(note.file(), 1), "this note");
      if (found.add(who(find)) && !passes(find, note.path(), isAnswered, problem)) {
        problems.add(problem);
      }
    }
    return problems;
  }

  /**
   * @param shown the topic's body as its page shows it
   */
  List<Problem> problems(Topic topic, Prose shown) {
    boolean isAnswered = snapshot.scope().answers().cover(topic);
    SourceLocation place = SourceLocation.file("topic " + topic.slug());
    List<Problem> problems = new ArrayList<>();
    Stream.concat(search.in(topic.text()).stream(), search.in(shown(shown)).stream())
        .forEach(
            find -> {
              Problem problem = problem(find, place, "this topic");
              if (!passes(find, "topics/" + topic.slug(), isAnswered, problem)) {
                problems.add(problem);
              }
            });
    return problems.stream().distinct().toList();
  }

  /**
   * What can be read in captions, which a reviewer answers for with the note that names them.
   *
   * @param file relative to {@code research/}
   */
  List<Problem> problems(Note note, String file, Captions captions) {
    boolean isAnswered = snapshot.scope().answers().cover(note);
    List<Problem> problems = new ArrayList<>();
    for (Find find : search.inFile(captions.words())) {
      SourceLocation place = new SourceLocation("research/" + file, captions.line(find.start()));
      Problem problem = problem(find, place, "this file");
      if (!passes(find, file) && !passes(find, note.path(), isAnswered, problem)) {
        problems.add(problem);
      }
    }
    return problems.stream().distinct().toList();
  }

  /** What can be read in the file of a picture, or in what is said of all. */
  List<Problem> problems(String file, String text, String item) {
    return problems(file, search.in(text), item);
  }

  /** In a data file; see {@link PersonalDataSearch#inFile}. */
  List<Problem> inData(String file, String text) {
    return problems(file, search.inFile(text), "this file");
  }

  private List<Problem> problems(String file, List<Find> finds, String item) {
    return finds.stream()
        .filter(find -> !passes(find, file))
        .map(find -> problem(find, new SourceLocation("research/" + file, 1), item))
        .distinct()
        .toList();
  }

  /** In the name of a file that is offered as it is. */
  List<Problem> inName(String file, String item) {
    return search.in(words(file)).stream()
        .filter(find -> !passes(find, file))
        .map(find -> problem(find, SourceLocation.file("research/" + file), item))
        .distinct()
        .toList();
  }

  /** A person is the same in all forms of their name. */
  private static String who(Find find) {
    return find.participant().orElseGet(find::identity);
  }

  private boolean passes(Find find, String item, boolean isAnswered, Problem problem) {
    if (passes(find, item)) {
      return true;
    }
    if (find.isCertain()) {
      return false;
    }
    doubts.add(new Doubt(item, mark(find), problem));
    if (isAnswered) {
      passed.add(find.identity());
    }
    return isAnswered;
  }

  private static String mark(Find find) {
    return Sha256.of((find.identity() + "@" + find.start()).getBytes(StandardCharsets.UTF_8));
  }

  private boolean passes(Find find, String item) {
    Optional<Waiver> waiver = snapshot.personalData().waivers().of(item, find, snapshot.today());
    waiver.ifPresent(usedWaivers::add);
    waiver.ifPresent(any -> passed.add(find.identity()));
    return waiver.isPresent();
  }

  /** The identities of what was found and may be seen. */
  Set<String> passed() {
    return Set.copyOf(passed);
  }

  /** What a reviewer has answered or has to answer. */
  List<Doubt> doubts() {
    return List.copyOf(doubts);
  }

  Set<Waiver> usedWaivers() {
    return usedWaivers;
  }

  /** A path's words, without the day in it. */
  private static String words(String path) {
    return path.replaceAll("\\d{4}-\\d{2}-\\d{2}", " ")
        .replaceAll("\\.[a-z]+$", "")
        .replaceAll("[-_./]+", " ");
  }

  /** What a page shows, which may join what a file keeps apart. */
  private static String shown(Prose prose) {
    StringBuilder shown = new StringBuilder(prose.slotted());
    prose.links().forEach(link -> shown.append("\n\n").append(link.target()));
    return shown.toString();
  }

  private static String configured(Note note) {
    return note.configured().values().stream()
        .map(String::valueOf)
        .collect(Collectors.joining("\n\n"));
  }

  /**
   * @param item what is held back, as a sentence names it
   */
  private Problem problem(Find find, SourceLocation place, String item) {
    return find.isCertain()
        ? Problem.error(
            NAME,
            place,
            "this " + verb(find) + " " + find.kind().noun() + ", so " + item + " is not published",
            remedy(find))
        : Problem.question(
            NAME,
            place,
            "this may "
                + bare(find)
                + " "
                + find.kind().noun()
                + ", so "
                + item
                + " is not published until a reviewer has approved it as it is",
            remedy(find)
                + " If it is not what it looks like, let it pass with 'fortnight new waiver'.");
  }

  private static String verb(Find find) {
    return find.kind() == PersonalData.PARTICIPANT ? "names" : "is";
  }

  private static String bare(Find find) {
    return find.kind() == PersonalData.PARTICIPANT ? "name" : "be";
  }

  private String remedy(Find find) {
    return switch (find.kind()) {
      case PARTICIPANT ->
          find.participant()
              .flatMap(snapshot.personalData().register()::called)
              .map(person -> "Write " + person.pseudonym().orElse(person.id()) + " instead.")
              .orElse("Use the pseudonym instead.");
      case SECRET -> "Take it out, and make it void where it was issued: the history keeps it.";
      case EMAIL, PHONE, HANDLE, ADDRESS ->
          "Take it out. If its owner wants it to be seen, add it to 'allow' in programme.yml.";
      case CARD,
          BANK,
          NHS_NUMBER,
          NATIONAL_INSURANCE,
          DRIVING_LICENCE,
          PASSPORT,
          BIRTH_DATE,
          IP_ADDRESS,
          PLATE ->
          "Take it out.";
    };
  }
}
