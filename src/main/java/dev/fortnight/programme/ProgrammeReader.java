package dev.fortnight.programme;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code research/programme.yml}. What is wrong in it becomes a problem and falls back to the
 * safe form; only a file that cannot be read at all stops the run.
 */
public final class ProgrammeReader {

  public static final String FILE = "research/programme.yml";

  private static final int LARGEST = 256 * 1024;

  private ProgrammeReader() {}

  /** A programme and what is wrong with its file. */
  public record Result(Programme programme, List<Problem> problems) {}

  /**
   * @param folder the programme's folder, which holds {@code research/}
   * @throws ProblemException if the file is missing or is not YAML
   */
  public static Result read(Path folder) {
    String text = text(folder);
    try {
      return read(StrictYaml.read(text));
    } catch (StrictYaml.RefusedException e) {
      throw new ProblemException(
          FILE + ":" + e.line() + ": " + e.getMessage(),
          "Correct this line; without programme.yml nothing can be built.");
    }
  }

  private static String text(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new ProblemException(
          "there is no programme in " + folder + " (" + FILE + " is missing)",
          "Run the command in a programme's folder, or name it with --programme DIR.");
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new ProblemException(FILE + " is over 256 KiB", "Name the file that is meant.");
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new ProblemException(FILE + " is not UTF-8", "Save it as UTF-8.", e);
    } catch (IOException e) {
      throw new ProblemException(FILE + " cannot be read", "Check its permissions.", e);
    }
  }

  private static Result read(StrictYaml.Mapping mapping) {
    List<Problem> problems = new ArrayList<>();
    Section root = new Section(mapping, FILE, problems);
    String title = root.text("title").orElse("");
    if (title.isBlank()) {
      root.report("title", "'title' is missing");
    }
    String id =
        root.read("id", "a short name such as open-source", ProgrammeValues::id)
            .orElseGet(() -> id(title));
    String summary = root.text("summary").orElse("");
    Locale language =
        root.read("language", "a language such as en-GB", ProgrammeValues::language)
            .orElse(Locale.UK);
    Programme.Cycle cycle = CycleReader.read(root.section("cycle"));
    Programme.Notes notes = notes(root);
    Programme.Backlog backlog = backlog(root.section("backlog"));
    Programme.Site site = site(root.section("site"));
    Programme.Publication publication = publication(root.section("publish"));
    Programme.Announcements announcements = announcements(root.section("announce"));
    Optional<String> told = announcements.slack().map(Programme.Slack::channel);
    Programme programme =
        new Programme(
            id,
            title.isBlank() ? "Untitled programme" : title,
            summary,
            language,
            cycle,
            notes,
            backlog,
            site,
            publication,
            announcements,
            review(root.section("review"), told),
            allowed(root.section("allow")));
    root.finish();
    return new Result(programme, List.copyOf(problems));
  }

  /** A short stable name made of a title's letters and digits. */
  private static String id(String title) {
    String id = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "-");
    String trimmed = id.replaceAll("^-|-$", "");
    return trimmed.isEmpty() ? "programme" : trimmed.substring(0, Math.min(100, trimmed.length()));
  }

  /** What cannot be read counts as public, so that consent has to be as clean as it can be. */
  private static Programme.Notes notes(Section root) {
    Section section = root.section("notes");
    boolean isPublic = section.flag("public", false, true);
    Programme.Notes notes =
        new Programme.Notes(
            section.read("git", "an address without a password or token", ProgrammeValues::git),
            section.text("branch").orElse("main"),
            isPublic || root.isUnreadable("notes") || section.isMisspelt("public"));
    section.finish();
    return notes;
  }

  private static Programme.Backlog backlog(Section section) {
    Programme.Backlog backlog = new Programme.Backlog.None();
    if (section.has("github")) {
      Section github = section.section("github");
      backlog =
          new Programme.Backlog.GitHub(
              github.all(
                  "repositories",
                  "a list of names such as owner/name",
                  ProgrammeValues::repository),
              github.text("label"),
              github
                  .read("api", "an address", ProgrammeValues::http)
                  .orElse(URI.create("https://api.github.com")));
      github.finish();
    } else if (section.has("file")) {
      backlog =
          section
              .read("file", "the name of a file in research/", ProgrammeValues::inside)
              .<Programme.Backlog>map(Programme.Backlog.File::new)
              .orElse(backlog);
    }
    section.finish("github", "file");
    return backlog;
  }

  private static Programme.Site site(Section section) {
    Programme.Site site =
        new Programme.Site(
            section
                .read("url", "an http or https address", ProgrammeValues::folderAddress)
                .orElse(URI.create("http://localhost/")),
            section
                .read("colour", "a colour such as \"#00635d\"", ProgrammeValues::colour)
                .orElse("#00635d"),
            section.read(
                "logo", "a file in research/", text -> ProgrammeValues.inside(text).toString()),
            section.text("contact"),
            section.text("licence").orElse("OGL-UK-3.0"));
    section.finish();
    return site;
  }

  private static Programme.Publication publication(Section section) {
    List<String> working =
        section.all(
            "working",
            "a list of " + String.join(", ", ProgrammeValues.WORKING),
            ProgrammeValues::working);
    Programme.Publication publication =
        new Programme.Publication(
            section.read("git", "an address without a password or token", ProgrammeValues::git),
            section.text("branch").orElse("gh-pages"),
            section
                .read("every", "a duration such as PT10M", ProgrammeValues::duration)
                .orElse(Duration.ofMinutes(10)),
            section.number("keep", 26),
            section.has("working") ? Optional.of(Set.copyOf(working)) : Optional.empty(),
            section.flag("adopt", false, false));
    section.finish();
    return publication;
  }

  private static Programme.Announcements announcements(Section section) {
    Section slack = section.section("slack");
    Programme.Announcements announcements =
        new Programme.Announcements(
            slack
                .read("channel", "a channel's id such as C0123456789", ProgrammeValues::channel)
                .map(
                    channel ->
                        new Programme.Slack(
                            channel,
                            slack
                                .read("api", "an address", ProgrammeValues::http)
                                .orElse(URI.create("https://slack.com/api/")))));
    slack.finish("channel", "api");
    section.finish();
    return announcements;
  }

  private static Programme.ReviewPolicy review(Section section, Optional<String> told) {
    Programme.ReviewPolicy policy =
        new Programme.ReviewPolicy(
            section.texts("owners"),
            section.sections("deputies").stream()
                .flatMap(deputy -> deputy(deputy).stream())
                .toList(),
            section.number("approvals", 1),
            section.flag("own-notes", false, false),
            section
                .read("undo", "a duration such as PT10M", ProgrammeValues::duration)
                .orElse(Duration.ofMinutes(10)),
            section.all("remind", "a list of durations such as PT4H", ProgrammeValues::duration),
            section.sections("escalate").stream()
                .flatMap(escalation -> escalation(escalation).stream())
                .toList(),
            channel(section, told));
    section.finish();
    return policy;
  }

  /** What waits is no business of those who are told of editions. */
  private static Optional<String> channel(Section section, Optional<String> told) {
    Optional<String> channel =
        section.read("channel", "a channel's id such as C0123456789", ProgrammeValues::channel);
    if (channel.isPresent() && channel.equals(told)) {
      section.report(
          "channel", "'review.channel' must be another one than 'announce.slack.channel'");
      return Optional.empty();
    }
    return channel;
  }

  private static Optional<Programme.Escalation> escalation(Section section) {
    Optional<Duration> after =
        section.read("after", "a duration such as PT4H", ProgrammeValues::duration);
    Optional<Programme.Audience> to =
        section.read("to", "owners or deputies", ProgrammeValues::audience);
    section.finish();
    if (after.isEmpty() || to.isEmpty()) {
      section.reportIgnored("an escalation needs 'after' and 'to', owners or deputies");
      return Optional.empty();
    }
    return Optional.of(new Programme.Escalation(after.get(), to.get()));
  }

  /** Without its dates nobody is a deputy, for they would be one for ever. */
  private static Optional<Programme.Deputy> deputy(Section section) {
    String day = "a day such as 2026-12-24";
    Optional<String> login = section.text("login").filter(name -> !name.isBlank());
    Optional<LocalDate> from = section.read("from", day, LocalDate::parse);
    Optional<LocalDate> to = section.read("to", day, LocalDate::parse);
    section.finish();
    boolean isWhole = login.isPresent() && from.isPresent() && to.isPresent();
    if (!isWhole || to.get().isBefore(from.get())) {
      section.reportIgnored(
          "a deputy needs a 'login', and the days 'from' and 'to' which they may sign");
      return Optional.empty();
    }
    return Optional.of(new Programme.Deputy(login.get(), from.get(), to.get()));
  }

  private static Programme.Allowed allowed(Section section) {
    Programme.Allowed allowed =
        new Programme.Allowed(
            section.texts("emails"),
            section.texts("phones"),
            section.texts("names"),
            section.texts("organisations"),
            section.texts("handles"),
            section.texts("postcodes"),
            section.texts("addresses"),
            section.texts("domains"));
    section.finish();
    return allowed;
  }
}
