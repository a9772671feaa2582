package dev.fortnight.cli;

import dev.fortnight.cycle.Collected;
import dev.fortnight.cycle.Collector;
import dev.fortnight.cycle.CollectorMemory;
import dev.fortnight.note.Progress;
import dev.fortnight.privacy.Register;
import dev.fortnight.store.Database;
import dev.fortnight.store.DatabaseAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the commands that work on files take their notes, topics and register from. */
public final class SourceOptions {

  @Mixin private ProgrammeOptions programme;

  @Option(
      names = "--topics",
      paramLabel = "FILE",
      description =
          "Topics from a JSON export: GitHub's REST array, as 'gh api --paginate"
              + " repos/OWNER/NAME/issues?state=all' writes it, or an archive.json.")
  private Path topics;

  @Option(
      names = "--register",
      paramLabel = "FILE",
      description =
          "The private register of participants: YAML, or that encrypted by 'gpg --symmetric' with"
              + " its passphrase in FORTNIGHT_REGISTER_PASSPHRASE. Everybody in it is looked for in"
              + " all forms of their names (default: FORTNIGHT_REGISTER, or none).")
  private Path register;

  Collected collect() {
    return collect(programme.folder());
  }

  /**
   * @param folder stands for the programme's folder
   */
  Collected collect(Path folder) {
    return collect(folder, Optional.empty(), CollectorMemory.none());
  }

  /** The same, told how many notes are read. */
  Collected collect(Progress progress) {
    Collector collector = new Collector(programme.folder()).telling(progress);
    return collect(collector, Optional.empty());
  }

  /**
   * The same again, with what was read before.
   *
   * @param participants the register as it was read; empty to read it
   */
  Collected collect(Path folder, Optional<Register> participants, CollectorMemory memory) {
    return collect(new Collector(folder).remembering(memory), participants);
  }

  private Collected collect(Collector collector, Optional<Register> participants) {
    collector.evenWithoutTopics();
    if (topics != null) {
      collector.topicsFrom(topics);
    }
    participants
        .or(() -> registerFile().map(file -> Register.read(file, System.getenv())))
        .ifPresent(collector::register);
    if (!hasStore()) {
      return collector.collect();
    }
    try (Database database = Database.open(store())) {
      return collector.store(database).collect();
    }
  }

  /** All files and folders that {@link #collect()} reads, whether they are there or not. */
  List<Path> places() {
    List<Path> places = new ArrayList<>(register());
    places.add(programme.folder().resolve("research"));
    places.add(programme.folder().resolve("site"));
    Optional.ofNullable(topics).ifPresent(places::add);
    return places;
  }

  /** Whether topics may come from the store, which is no file to look at. */
  boolean hasStore() {
    return store().mayHoldState();
  }

  private DatabaseAddress store() {
    return programme.database(System.getenv());
  }

  /** The file of the register, if one is named. */
  List<Path> register() {
    return registerFile().stream().toList();
  }

  private Optional<Path> registerFile() {
    return Optional.ofNullable(register)
        .or(() -> Optional.ofNullable(System.getenv("FORTNIGHT_REGISTER")).map(Path::of));
  }

  Path folder() {
    return programme.folder();
  }
}
