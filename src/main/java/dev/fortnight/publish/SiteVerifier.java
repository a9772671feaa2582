package dev.fortnight.publish;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.publish.TreeCheck.Checked;
import dev.fortnight.publish.Verification.Tree;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares a published site with its manifests. The site may come from anybody: nothing that it
 * says leads outside it, and what is too large is not read.
 */
public final class SiteVerifier {

  private static final int LARGEST_LIST = 1 << 20;
  private static final Pattern EDITION = Pattern.compile("editions/([^/]+)/.*", Pattern.DOTALL);

  private final ReadableSite site;
  private final List<Tree> trees = new ArrayList<>();
  private final TreeSet<Deviation> deviations = new TreeSet<>();

  private SiteVerifier(ReadableSite site) {
    this.site = site;
  }

  /**
   * Compares a site in a folder.
   *
   * @param folder the site's root, or a git repository
   * @param branch which branch has the site, where the folder is a repository
   * @throws ProblemException if there is no site that can be read
   */
  public static Verification ofFolder(Path folder, String branch) {
    if (!Files.isDirectory(folder)) {
      throw new ProblemException(
          "there is no folder " + folder,
          "Name the folder, the git repository or the address of a published site.");
    }
    Optional<Path> repository = BranchSite.repositoryIn(folder);
    try (ReadableSite site =
        repository.isPresent()
            ? new BranchSite(repository.get(), branch)
            : new FolderSite(folder)) {
      return new SiteVerifier(site).verify();
    }
  }

  /**
   * Compares a site at its public address, as far as it is named there.
   *
   * @param patience how long one answer may take
   * @throws ProblemException if there is no site that can be read
   */
  public static Verification ofAddress(URI address, Duration patience) {
    return new SiteVerifier(new WebSite(WebSite.checked(address), patience)).verify();
  }

  private Verification verify() {
    VersionsFile versions = versions();
    Listing listing = Listing.of(site.paths());
    workingSite(versions, listing);
    NavigableMap<Integer, Checked> editions = editions(versions, listing);
    unlisted(versions, listing);
    root(versions, editions);
    return new Verification(List.copyOf(trees), deviations);
  }

  private VersionsFile versions() {
    SiteFile file = site.file(ReadableSite.VERSIONS, LARGEST_LIST);
    Optional<VersionsFile> read =
        file instanceof SiteFile.Content content
            ? VersionsFile.read(content.bytes())
            : Optional.empty();
    return read.orElseThrow(
        () ->
            new ProblemException(
                "there is no versions.json that can be read, so this is no site that Fortnight"
                    + " published",
                "Name the folder, the git repository or the address of the site's root."));
  }

  private void workingSite(VersionsFile versions, Listing listing) {
    if (versions.working().isEmpty()) {
      return;
    }
    TreeCheck check = new TreeCheck(site, Optional.empty(), deviations::add);
    check
        .unfolded(listing)
        .ifPresent(
            checked -> {
              trees.add(checked.tree());
              check.compare(checked, versions.working().get());
            });
  }

  private NavigableMap<Integer, Checked> editions(VersionsFile versions, Listing listing) {
    NavigableMap<Integer, Checked> editions = new TreeMap<>();
    for (Map.Entry<Integer, VersionsFile.Listed> listed : versions.editions().entrySet()) {
      int number = listed.getKey();
      TreeCheck check = new TreeCheck(site, Optional.of(number), deviations::add);
      Optional<Checked> checked =
          listed.getValue().isArchived() ? check.archived(listing) : check.unfolded(listing);
      checked.ifPresent(
          known -> {
            trees.add(known.tree());
            editions.put(number, known);
            check.compare(known, listed.getValue());
          });
    }
    return editions;
  }

  /** Trees that are there and that nobody is told of. */
  private void unlisted(VersionsFile versions, Listing listing) {
    String what = "versions.json does not name it";
    for (String path : listing.paths()) {
      Matcher edition = EDITION.matcher(path);
      if (edition.matches() && !isListed(edition.group(1), versions)) {
        deviations.add(new Deviation("editions/" + edition.group(1) + "/", what));
      }
      if (path.startsWith("working/") && versions.working().isEmpty()) {
        deviations.add(new Deviation("working/", what));
      }
    }
  }

  private static boolean isListed(String name, VersionsFile versions) {
    return versions.editions().keySet().stream().anyMatch(number -> name.equals("" + number));
  }

  private void root(VersionsFile versions, NavigableMap<Integer, Checked> editions) {
    Optional<Integer> newest =
        Optional.ofNullable(versions.editions().lastEntry()).map(Map.Entry::getKey);
    if (!versions.latest().equals(newest)) {
      deviations.add(
          new Deviation(
              ReadableSite.VERSIONS, "it names another edition as the latest than it lists"));
    }
    newest
        .map(editions::get)
        .ifPresent(
            checked ->
                new TreeCheck(site, checked.tree().edition(), deviations::add)
                    .compareRoot(checked));
  }
}
