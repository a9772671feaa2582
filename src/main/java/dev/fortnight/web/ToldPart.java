package dev.fortnight.web;

import dev.fortnight.announce.Announcement;
import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.DecidedReview;
import dev.fortnight.note.Sha256;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.web.signin.Session;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What subscribers will be told.
 *
 * @param channel that is told; {@code log} where there is none
 * @param message what stands in the channel
 * @param replies what stands below it
 * @param seen a hash of the introduction that is shown, which the form brings back
 * @param fault why an introduction is not shown, with what to do; empty where it is
 */
public record ToldPart(
    String channel, SlackText message, List<SlackText> replies, String seen, String fault) {

  /** Whether nobody is told. */
  public boolean isLogged() {
    return channel.equals("log");
  }

  /**
   * @param introduction an owner's words; where they cannot be told, it is shown without them
   */
  static ToldPart of(Cycle cycle, Session session, Optional<String> introduction) {
    DecidedReview decided = cycle.review().decided();
    try {
      return of(
          cycle.announcement(cycle.draft(decided.introduced(introduction), session.name())),
          introduction,
          "");
    } catch (ProblemException e) {
      if (introduction.isEmpty()) {
        throw e;
      }
      return of(
          cycle.announcement(cycle.draft(decided, session.name())),
          Optional.empty(),
          Overview.sentence(e.getMessage()) + " " + e.remedy());
    }
  }

  private static ToldPart of(
      Announcement announcement, Optional<String> introduction, String fault) {
    List<SlackText> texts =
        announcement.messages().stream()
            .map(Announcement.Message::text)
            .map(SlackText::of)
            .toList();
    return new ToldPart(
        announcement.channel(),
        texts.get(0),
        texts.subList(1, texts.size()),
        hash(introduction),
        fault);
  }

  static String hash(Optional<String> introduction) {
    return Sha256.of(introduction.orElse("").getBytes(StandardCharsets.UTF_8));
  }
}
