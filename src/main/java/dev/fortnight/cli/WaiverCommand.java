package dev.fortnight.cli;

import dev.fortnight.check.PlacesInText;
import dev.fortnight.check.Snapshot;
import dev.fortnight.cycle.Collected;
import dev.fortnight.note.Captions;
import dev.fortnight.note.CaptionsReader;
import dev.fortnight.note.Note;
import dev.fortnight.privacy.Find;
import dev.fortnight.privacy.Waiver;
import dev.fortnight.privacy.WaiversReader;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.topic.Topic;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fortnight new waiver}. */
@Command(
    name = "waiver",
    mixinStandardHelpOptions = true,
    description = {
      "Decides that one text in one note may be published although it looks personal, and writes"
          + " that into "
          + WaiversReader.FILE
          + ".",
      "The text itself is not written there, only a salted hash of it. A waiver ends after its last"
          + " day, counts for this text in this note alone, and is shown at sign-off."
    })
final class WaiverCommand implements Callable<Integer> {

  private static final Pattern PLACE =
      Pattern.compile("(?:research/)?(?<item>.+?)(?::(?<line>\\d{1,7})(?::(?<column>\\d{1,7}))?)?");

  private static final int USUAL_DAYS = 90;

  @Spec private CommandSpec command;
  @Mixin private SourceOptions source;

  @Parameters(
      paramLabel = "PLACE",
      description =
          "The note with line and column as 'fortnight check' prints them, for example"
              + " research/weeknotes/a.md:12:5, captions likewise, or a topic as topics/12.")
  private String place;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "Who decides, as it is to be shown.")
  private String by;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Its last day (default: in " + USUAL_DAYS + " days).")
  private LocalDate until;

  @Override
  public Integer call() {
    Collected collected = source.collect();
    Snapshot snapshot = collected.snapshot(CommandClock.from(System.getenv()).instant());
    LocalDate last = until == null ? snapshot.today().plusDays(USUAL_DAYS) : until;
    if (last.isBefore(snapshot.today())) {
      throw new ParameterException(command.commandLine(), "The last day has passed already.");
    }
    Matcher parts = PLACE.matcher(place);
    if (!parts.matches()) {
      throw new ParameterException(command.commandLine(), "Name a note and a line.");
    }
    String item = parts.group("item");
    Find find = find(snapshot, item, parts);
    Optional<Waiver> already = snapshot.personalData().waivers().of(item, find, snapshot.today());
    if (already.isEmpty()) {
      new WaiversFile(source.folder())
          .add(Waiver.of(item, find, reason, by, last, new SecureRandom()));
    }
    command
        .commandLine()
        .getOut()
        .println(
            already.isPresent()
                ? "This text is let pass already, until " + already.get().until() + "."
                : "This text, found as "
                    + find.kind().noun()
                    + ", may be published until "
                    + last
                    + ".");
    command.commandLine().getOut().flush();
    return 0;
  }

  private Find find(Snapshot snapshot, String item, Matcher parts) {
    Map<SourceLocation, Find> finds =
        Captions.isNamed(item) ? inCaptions(snapshot, item) : inText(snapshot, item);
    List<SourceLocation> there =
        finds.keySet().stream().filter(found -> isAt(found, parts)).sorted().toList();
    if (there.size() == 1) {
      return finds.get(there.get(0));
    }
    String several = there.stream().map(WaiverCommand::place).collect(Collectors.joining(", "));
    throw new ParameterException(
        command.commandLine(),
        there.isEmpty()
            ? "Nothing there looks personal. Run 'fortnight check' for the places."
            : "Several texts there look personal, at " + several + ". Name one, with its column.");
  }

  private Map<SourceLocation, Find> inText(Snapshot snapshot, String item) {
    String text = text(snapshot, item);
    PlacesInText places = new PlacesInText("research/" + item, text);
    return snapshot.search().in(text).stream()
        .collect(Collectors.toMap(find -> places.of(find.start(), find.end()), find -> find));
  }

  /** Of several in a line, the first; once it passes, the next is found. */
  private Map<SourceLocation, Find> inCaptions(Snapshot snapshot, String item) {
    Optional<byte[]> bytes = snapshot.media().bytes(item);
    if (bytes.isPresent()
        && CaptionsReader.read(item, bytes.get()) instanceof CaptionsReader.Result.Read read) {
      return snapshot.search().in(read.captions().words()).stream()
          .filter(
              find -> snapshot.personalData().waivers().of(item, find, snapshot.today()).isEmpty())
          .collect(
              Collectors.toMap(
                  find ->
                      new SourceLocation("research/" + item, read.captions().line(find.start())),
                  find -> find,
                  (first, other) -> first));
    }
    throw new ParameterException(
        command.commandLine(), "There are no captions there that can be read.");
  }

  private static String place(SourceLocation found) {
    return found.line() + found.columns().map(part -> ":" + part.first()).orElse("");
  }

  private static boolean isAt(SourceLocation found, Matcher parts) {
    boolean isLine =
        parts.group("line") == null || found.line() == Integer.parseInt(parts.group("line"));
    return isLine
        && (parts.group("column") == null
            || found.columns().stream()
                .anyMatch(part -> part.first() == Integer.parseInt(parts.group("column"))));
  }

  private String text(Snapshot snapshot, String item) {
    Optional<String> note =
        snapshot.notes().stream()
            .filter(other -> other.path().equals(item))
            .map(Note::source)
            .findFirst();
    Optional<String> topic =
        snapshot.topics().stream()
            .filter(other -> item.equals("topics/" + other.slug()))
            .map(Topic::text)
            .findFirst();
    return note.or(() -> topic)
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    "There is no such note or topic. Name it as 'fortnight check' does."));
  }
}
