package dev.fortnight.cli;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.cycle.Places;
import dev.fortnight.cycle.ReminderAddresses;
import dev.fortnight.cycle.ReminderWays;
import dev.fortnight.cycle.Reminding;
import dev.fortnight.cycle.SlackSecrets;
import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.Review;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Secret;
import dev.fortnight.store.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands about a review share: the programme, the register, and how items are named. */
final class ReviewOptions {

  /** Of a content's hash; enough to tell thousands of items apart. */
  private static final int MARK_LENGTH = 8;

  private final Map<String, String> environment = System.getenv();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private ProgrammeOptions programme;

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description = "The private register of participants (default: FORTNIGHT_REGISTER, or none).")
  private Path register;

  /** Does something with the programme as it stands. */
  <T> T in(Function<Cycle, T> action) {
    return in((cycle, database) -> action.apply(cycle));
  }

  /** Does something with what those who decide are to be reminded of. */
  <T> T reminding(Optional<URI> address, Function<Reminding, T> action) {
    ReminderAddresses addresses = ReminderAddresses.of(variable("FORTNIGHT_REMIND_TO"));
    Places places = places().with(new ReminderWays(address, addresses, Optional.empty()));
    return in(
        (cycle, database) -> action.apply(cycle.reminding(places, database, Clock.systemUTC())));
  }

  private <T> T in(BiFunction<Cycle, Database, T> action) {
    Register people =
        Optional.ofNullable(register)
            .or(() -> variable("FORTNIGHT_REGISTER").map(Path::of))
            .map(file -> Register.read(file, environment))
            .orElse(Register.EMPTY);
    try (Database database = Database.open(programme.database(environment))) {
      Cycle cycle = Cycle.of(places(), people, database, CommandClock.from(environment));
      return action.apply(cycle, database);
    }
  }

  private Places places() {
    Optional<Secret> token = variable("FORTNIGHT_GITHUB_TOKEN").map(Secret::new);
    return Places.of(programme.folder(), programme.data(), token)
        .with(SlackSecrets.from(environment));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  static String mark(Review.Entry entry) {
    return entry.item().hash().substring(0, MARK_LENGTH);
  }

  /** What a problem is about; a page of the edition where no item is. */
  String place(Review review, Checklist.Point point) {
    return point
        .item()
        .flatMap(review::entry)
        .map(this::place)
        .orElseGet(() -> Visible.text(point.problem().location().file()));
  }

  /** Where an item stands; a note whose name is personal data is told by its place alone. */
  String place(Review.Entry entry) {
    boolean isNameShown =
        entry.problems().stream()
            .noneMatch(
                problem ->
                    problem.check().equals("personal-data") && problem.location().line() == 0);
    return isNameShown || entry.key().startsWith("topics/")
        ? Visible.text(entry.key())
        : HiddenName.of(programme.folder(), "research/" + entry.key());
  }

  /**
   * The items that arguments name, by key, by path or by mark.
   *
   * @throws ParameterException if one names none, or more than one
   */
  List<Review.Entry> entries(Review review, List<String> names) {
    List<Review.Entry> entries = new ArrayList<>();
    for (String name : names) {
      List<Review.Entry> found =
          review.entries().stream().filter(entry -> isNamed(entry, name)).toList();
      if (found.size() != 1) {
        throw new ParameterException(
            command.commandLine(),
            found.isEmpty()
                ? "There is no '"
                    + Visible.text(name)
                    + "' in this review; it may have changed. See 'fortnight review list'."
                : "More than one item is called '" + Visible.text(name) + "'. Give its path.");
      }
      entries.add(found.get(0));
    }
    return entries;
  }

  private static boolean isNamed(Review.Entry entry, String name) {
    boolean isMark = name.length() >= MARK_LENGTH && entry.item().hash().startsWith(name);
    return isMark || Stream.of(entry.key(), "research/" + entry.key()).anyMatch(name::equals);
  }
}
