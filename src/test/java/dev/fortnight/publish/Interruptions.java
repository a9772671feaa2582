package dev.fortnight.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.publish.Entries.Entry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Publishes a few editions and working sites through halts, rejected pushes and rival pushes, and
 * looks after each whether what is public is whole. A seed chooses what goes wrong. By hand: {@code
 * Interruptions FOLDER FIRST COUNT} also kills processes at any moment.
 */
public final class Interruptions {

  /** Publications in order; see {@link PublishingProcess#publication}. */
  private static final List<Integer> ALL = List.of(0, 1, -1, 2);

  /** Enough for one seed where time counts. */
  private static final List<List<Integer>> SOME =
      List.of(List.of(0, 1), List.of(1, 2), List.of(1, -1));

  private final Path place;
  private final Path cache;
  private final Random random;
  private final boolean kills;
  private final List<Integer> publications;
  private final TreeSet<Integer> editions = new TreeSet<>();
  private int working = 1;
  private int interruptions;

  private Interruptions(Path place, Path cache, long seed, boolean kills) {
    this.place = place;
    this.cache = cache;
    this.random = new Random(seed);
    this.kills = kills;
    this.publications = kills ? ALL : SOME.get((int) (seed % SOME.size()));
  }

  /** Runs many seeds and prints how often it interrupted. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream out = System.out;
    int first = Integer.parseInt(arguments[1]);
    int total = 0;
    for (int seed = first; seed < first + Integer.parseInt(arguments[2]); seed++) {
      Path folder = Path.of(arguments[0], String.valueOf(seed));
      total += seed % 4 == 0 ? ofFolder(folder, seed, true) : ofBranch(folder, seed, true);
      out.println("seed " + seed + ": whole, " + total + " interruptions so far");
    }
    System.exit(0);
  }

  /** How often the publications into a branch were interrupted. */
  static int ofBranch(Path folder, long seed, boolean kills)
      throws IOException, InterruptedException {
    Path remote = folder.resolve("site.git");
    Branch.create(remote).push("CNAME", "research.example.org\n");
    return new Interruptions(remote, folder.resolve("cache.git"), seed, kills).run();
  }

  /** How often the publications into a folder were interrupted. */
  static int ofFolder(Path folder, long seed, boolean kills)
      throws IOException, InterruptedException {
    Path site = folder.resolve("public");
    Files.createDirectories(site);
    Files.writeString(site.resolve("CNAME"), "research.example.org\n");
    return new Interruptions(site, folder, seed, kills).run();
  }

  private int run() throws IOException, InterruptedException {
    for (int number : publications) {
      while (!publish(number)) {
        interruptions++;
        verify(Optional.of(number));
      }
      if (number > 0) {
        editions.add(number);
      } else {
        working = number;
      }
      verify(Optional.empty());
    }
    return interruptions;
  }

  /** Whether the publication came to its end. */
  private boolean publish(int number) throws IOException, InterruptedException {
    int trouble = random.nextInt(8);
    boolean isRejected = isBranch() && trouble == 0;
    if (isRejected) {
      new Branch(place).hook("exit 1\n");
    } else if (isBranch() && trouble == 1) {
      new Branch(place).push("rival-" + interruptions + "-" + number + ".txt", "theirs\n");
    }
    boolean isKilled = kills && trouble > 5;
    int steps = isKilled || random.nextInt(4) == 0 ? -1 : 1 + random.nextInt(8);
    Process process = PublishingProcess.start(place, cache, number, steps);
    if (isKilled && !process.waitFor(200 + random.nextInt(1200), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly();
    }
    int status = process.waitFor();
    if (isRejected) {
      Files.delete(place.resolve("hooks/pre-receive"));
    } else if (!isKilled) {
      assertThat(status).isIn(0, PublishingProcess.HALTED);
    }
    return status == 0;
  }

  private boolean isBranch() {
    return place.toString().endsWith(".git");
  }

  private void verify(Optional<Integer> attempted) throws IOException {
    if (isBranch()) {
      Branch branch = new Branch(place);
      branch.git("fsck", "--strict", "--full");
      assertThat(branch.messages().stream().filter(message -> message.contains("edition")))
          .as("no edition is published twice")
          .doesNotHaveDuplicates();
      try (BranchStore store = new BranchStore(branch.open())) {
        verify(store, store.entries(branch.tree()), attempted);
      }
    } else if (Files.exists(place)) {
      FolderStore store = new FolderStore();
      verify(store, store.take(place), attempted);
    } else {
      // the moment between two renames; what was there stands beside it
      FolderStore store = new FolderStore();
      verify(store, store.take(place.resolveSibling(".public.previous")), attempted);
    }
  }

  private void verify(SiteStore store, Entries root, Optional<Integer> attempted) {
    assertThat(root.get("CNAME")).as("a file of somebody else's").isPresent();
    Entries folder =
        root.get("editions").map(entry -> store.entries(entry.id())).orElse(Entries.NONE);
    TreeSet<Integer> there = new TreeSet<>();
    folder.byName().keySet().forEach(name -> there.add(Integer.parseInt(name)));
    TreeSet<Integer> expected = new TreeSet<>(editions);
    attempted.filter(there::contains).ifPresent(expected::add);
    assertThat(there).as("editions").isEqualTo(expected);
    for (int number : there) {
      assertThat(folder.get(String.valueOf(number)))
          .as("edition %s is whole", number)
          .contains(entry(number));
    }
    Optional<Entry> workingThere = root.get("working");
    assertThat(workingThere.isEmpty() && working > 0 || isWorkingSite(workingThere, attempted))
        .as("the working site is whole")
        .isTrue();
    if (!there.isEmpty()) {
      store
          .entries(entry(there.last()).id())
          .byName()
          .forEach((name, entry) -> assertThat(root.get(name)).as(name).contains(entry));
    }
    verifyVersions(store, root, there);
  }

  private boolean isWorkingSite(Optional<Entry> there, Optional<Integer> attempted) {
    return working <= 0 && there.equals(Optional.of(entry(working)))
        || attempted
            .filter(number -> number <= 0 && there.equals(Optional.of(entry(number))))
            .isPresent();
  }

  private static void verifyVersions(SiteStore store, Entries root, TreeSet<Integer> there) {
    Optional<Versions> versions =
        root.get(Versions.FILE).flatMap(entry -> Versions.read(store.read(entry.id())));
    assertThat(versions.map(all -> new TreeSet<>(all.editions().keySet())).orElse(new TreeSet<>()))
        .as("versions.json")
        .isEqualTo(there);
  }

  private static Entry entry(int number) {
    return PublishingProcess.publication(number).files().entry();
  }
}
