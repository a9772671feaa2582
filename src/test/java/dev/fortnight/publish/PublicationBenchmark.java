package dev.fortnight.publish;

import dev.fortnight.site.SiteTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.util.FileUtils;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Publishes one changed page of 10,000 into a branch that holds 26 editions of them, 5 % of the
 * pages changed from one to the next, through {@code git receive-pack}. The aim is a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@Fork(1)
public class PublicationBenchmark {

  private static final int PAGES = 10_000;
  private static final int EDITIONS = 26;

  private Path folder;
  private GitHubPagesPublisher publisher;
  private GeneratedSite site;
  private SiteTree changed;

  @Setup
  public void publishEditions() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("publication");
    Path remote = folder.resolve("site.git");
    PublishedBranch.create(remote);
    publisher =
        new GitHubPagesPublisher(
            remote.toString(),
            Settings.DEFAULT,
            folder.resolve("cache.git"),
            GitLogin.NONE,
            Clock.systemUTC());
    site = new GeneratedSite(PAGES);
    for (int number = 1; number <= EDITIONS; number++) {
      publisher.publish(site.edition(number));
      site = site.changed(number * PAGES / 20, PAGES / 20);
    }
    publisher.publish(site.working());
  }

  @Setup(Level.Invocation)
  public void changeOnePage() {
    site = site.changed(4711, 1);
    changed = site.workingTree();
  }

  @Benchmark
  public Publisher.Outcome onePageOfTenThousand() {
    return publisher.publish(GeneratedSite.working(changed));
  }

  @TearDown
  public void delete() throws IOException {
    FileUtils.delete(new File(folder.toString()), FileUtils.RECURSIVE);
  }
}
