package dev.fortnight.cycle;

import dev.fortnight.announce.Announcer;
import dev.fortnight.announce.LogAnnouncer;
import dev.fortnight.note.FolderNoteSource;
import dev.fortnight.note.GitNoteSource;
import dev.fortnight.note.NoteSource;
import dev.fortnight.problem.Secret;
import dev.fortnight.programme.Programme;
import dev.fortnight.publish.FolderPublisher;
import dev.fortnight.publish.GitHubPagesPublisher;
import dev.fortnight.publish.GitLogin;
import dev.fortnight.publish.Publisher;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * Where a programme's sources are and where what it publishes goes.
 *
 * @param programme the folder that holds {@code research/programme.yml}
 * @param data the folder of the state
 * @param repository takes the site, whatever the programme says; empty outside a demonstration
 * @param announcements the file that announcements are logged to
 * @param token what GitHub knows Fortnight by
 * @param slack what Slack knows Fortnight by
 * @param reminders how those who decide are reached
 */
public record Places(
    Path programme,
    Path data,
    Optional<Path> repository,
    Path announcements,
    Optional<Secret> token,
    SlackSecrets slack,
    ReminderWays reminders) {

  /** Places from which nobody is reminded by mail. */
  public Places(
      Path programme,
      Path data,
      Optional<Path> repository,
      Path announcements,
      Optional<Secret> token,
      SlackSecrets slack) {
    this(programme, data, repository, announcements, token, slack, ReminderWays.NONE);
  }

  /** Places of which Slack is not one. */
  public Places(
      Path programme,
      Path data,
      Optional<Path> repository,
      Path announcements,
      Optional<Secret> token) {
    this(programme, data, repository, announcements, token, SlackSecrets.NONE);
  }

  /** The places of a programme that is served in earnest. */
  public static Places of(Path programme, Path data, Optional<Secret> token) {
    return new Places(
        programme, data, Optional.empty(), data.resolve("announcements.jsonl"), token);
  }

  /** The same with Slack. */
  public Places with(SlackSecrets secrets) {
    return new Places(programme, data, repository, announcements, token, secrets, reminders);
  }

  /** The same with how those who decide are reached. */
  public Places with(ReminderWays ways) {
    return new Places(programme, data, repository, announcements, token, slack, ways);
  }

  NoteSource notes(Programme description, Clock clock) {
    return description
        .notes()
        .git()
        .<NoteSource>map(
            address ->
                new GitNoteSource(
                    address, description.notes().branch(), data.resolve("notes"), token, clock))
        .orElseGet(() -> new FolderNoteSource(programme));
  }

  Publisher publisher(Programme description, Clock clock) {
    Programme.Publication publication = description.publication();
    return repository
        .map(Path::toString)
        .or(publication::git)
        .<Publisher>map(
            address ->
                new GitHubPagesPublisher(
                    address, publication, cache(), GitLogin.of(token, System.getenv()), clock))
        .orElseGet(() -> new FolderPublisher(folder(), publication));
  }

  /** Without a channel, or without a secret for it, announcements go to the log. */
  Announcer announcer(Programme description) {
    return description
        .announcements()
        .slack()
        .flatMap(slack::announcer)
        .orElseGet(() -> new LogAnnouncer(announcements));
  }

  /** Where the published site can be read. */
  public PublishedSite site(Programme description) {
    String branch = description.publication().branch();
    if (repository.isPresent()) {
      return new PublishedSite.Branch(repository.get(), "refs/heads/" + branch);
    }
    return description.publication().git().isPresent()
        ? new PublishedSite.Branch(cache(), "refs/fortnight/" + branch)
        : new PublishedSite.Folder(folder());
  }

  /**
   * The public address that has to answer before something counts as published; empty where that is
   * a matter of this machine alone.
   */
  public Optional<URI> watched(Programme description) {
    boolean isPushed = repository.isEmpty() && description.publication().git().isPresent();
    return isPushed ? Optional.of(description.site().url()) : Optional.empty();
  }

  /**
   * Names where the site goes. A folder goes by its role, for it may be moved with all it holds.
   */
  public String destination(Programme description) {
    Programme.Publication publication = description.publication();
    return repository
        .map(Path::toString)
        .or(publication::git)
        .map(address -> address + "#" + publication.branch())
        .orElse("folder");
  }

  private Path cache() {
    return data.resolve("publish.git");
  }

  private Path folder() {
    return data.resolve("site");
  }
}
