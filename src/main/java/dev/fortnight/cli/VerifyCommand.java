package dev.fortnight.cli;

import dev.fortnight.cycle.Places;
import dev.fortnight.cycle.PublicationAudit;
import dev.fortnight.cycle.PublishedSite;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.publish.Deviation;
import dev.fortnight.publish.SiteVerifier;
import dev.fortnight.publish.Verification;
import dev.fortnight.store.Database;
import dev.fortnight.store.DatabaseAddress;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fortnight verify}: a published site against its manifests and the audit. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks that a published site is as it was published: every file of every edition and of the"
          + " working site against the hash in its manifest, the copy at the root, and the list of"
          + " versions.",
      "With a programme and its data at hand, also that no decision was changed afterwards and that"
          + " each edition is the one that was signed off."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:everything is as it was published",
      "1:something differs",
      "2:wrong usage",
      "3:the site cannot be read"
    })
public final class VerifyCommand implements Callable<Integer> {

  private static final Duration ANSWER = Duration.ofSeconds(30);

  @Mixin private ProgrammeOptions options;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "SITE",
      description =
          "A folder, a git repository on this machine, or an http or https address (default: what"
              + " the programme publishes to; where that is a repository elsewhere, the site's"
              + " address).")
  private String site;

  @Option(
      names = "--branch",
      paramLabel = "NAME",
      description =
          "The branch of a repository that has the site (default: the programme's, or gh-pages).")
  private String branch;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to print it: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private OutputFormat format;

  /** One tree as JSON shows it. */
  record TreeLine(String tree, String folder, int files, String hash, boolean archived) {}

  /** The audit as JSON shows it. */
  record AuditLine(int entries, boolean holds) {}

  /** All as JSON shows it. */
  record Report(
      List<TreeLine> trees, AuditLine audit, SortedSet<Deviation> differences, boolean verified) {}

  @Override
  public Integer call() {
    Optional<Programme> programme =
        options.isThere()
            ? Optional.of(ProgrammeReader.read(options.folder()).programme())
            : Optional.empty();
    Verification verification = verification(programme);
    Optional<PublicationAudit> audit = programme.flatMap(known -> audit(verification, known));
    SortedSet<Deviation> all = new TreeSet<>(verification.deviations());
    audit.ifPresent(known -> all.addAll(known.deviations()));
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case json -> out.println(json(verification, audit, all));
      case text -> out.print(text(verification, audit, all));
    }
    out.flush();
    return all.isEmpty() ? 0 : Fortnight.LEFT_OUT;
  }

  private Verification verification(Optional<Programme> programme) {
    String named =
        Optional.ofNullable(branch)
            .or(() -> programme.map(known -> known.publication().branch()))
            .orElse("gh-pages");
    if (site == null) {
      return programme
          .map(known -> published(known, named))
          .orElseThrow(
              () ->
                  new ParameterException(
                      spec.commandLine(),
                      "There is no programme here. Name a SITE, or the programme with --programme"
                          + " DIR."));
    }
    if (!site.matches("(?i)https?://.*")) {
      return SiteVerifier.ofFolder(Path.of(site).toAbsolutePath().normalize(), named);
    }
    try {
      return SiteVerifier.ofAddress(URI.create(site), ANSWER);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          "the site's address is not an address", "Write it as https://owner.github.io/name/.", e);
    }
  }

  private Verification published(Programme programme, String named) {
    Optional<Path> local =
        programme
            .publication()
            .git()
            .map(git -> git.replaceFirst("^file:/*(?=/)", ""))
            .filter(git -> git.startsWith("/"))
            .map(Path::of)
            .filter(Files::isDirectory);
    if (local.isPresent()) {
      return SiteVerifier.ofFolder(local.get(), named);
    }
    Places places = places();
    Optional<URI> address = places.watched(programme);
    if (address.isPresent()) {
      return SiteVerifier.ofAddress(address.get(), ANSWER);
    }
    PublishedSite.Folder folder = (PublishedSite.Folder) places.site(programme);
    return SiteVerifier.ofFolder(folder.path(), named);
  }

  private Places places() {
    return Places.of(options.folder(), options.data(), Optional.empty());
  }

  private Optional<PublicationAudit> audit(Verification verification, Programme programme) {
    DatabaseAddress address = options.database(System.getenv());
    if (!address.mayHoldState()) {
      return Optional.empty();
    }
    try (Database database = Database.open(address)) {
      String place = places().destination(programme);
      return Optional.of(PublicationAudit.of(verification, database, programme, place));
    }
  }

  private static String text(
      Verification verification, Optional<PublicationAudit> audit, SortedSet<Deviation> all) {
    StringBuilder text = new StringBuilder();
    for (Deviation deviation : all) {
      text.append(Visible.text(deviation.path() + ": " + deviation.what())).append('\n');
    }
    if (!all.isEmpty()) {
      text.append('\n');
    }
    for (Verification.Tree tree : verification.trees()) {
      text.append(tree.title()).append(": ").append(Counts.of(tree.files(), "file", "files"));
      text.append(tree.isArchived() ? " in an archive\n" : "\n");
    }
    audit.ifPresent(
        known ->
            text.append("audit: ")
                .append(Counts.of(known.entries(), "entry", "entries"))
                .append('\n'));
    text.append(
        all.isEmpty()
            ? "Everything is as it was published.\n"
            : Counts.of(all.size(), "thing differs", "things differ") + ".\n");
    return text.toString();
  }

  private static String json(
      Verification verification, Optional<PublicationAudit> audit, SortedSet<Deviation> all) {
    List<TreeLine> trees =
        verification.trees().stream()
            .map(
                tree ->
                    new TreeLine(
                        tree.title(), tree.folder(), tree.files(), tree.hash(), tree.isArchived()))
            .toList();
    AuditLine line =
        audit
            .map(known -> new AuditLine(known.entries(), known.deviations().isEmpty()))
            .orElse(null);
    return Json.ofUntrusted(new Report(trees, line, all, all.isEmpty()));
  }
}
