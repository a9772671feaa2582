package dev.fortnight.web;

import dev.fortnight.announce.Announcement;
import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.DecidedReview;
import dev.fortnight.edition.DraftEdition;
import dev.fortnight.note.Sha256;
import dev.fortnight.problem.ProblemException;
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
   * @param draft of the edition that it tells of
   * @param decided what that edition was drafted from
   * @param introduction an owner's words; where they cannot be told, it is shown without them
   */
  static ToldPart of(
      Cycle cycle, DraftEdition draft, DecidedReview decided, Optional<String> introduction) {
    try {
      return of(
          cycle.announcement(cycle.introduced(draft, decided.introduced(introduction))),
          introduction,
          "");
    } catch (ProblemException e) {
      if (introduction.isEmpty()) {
        throw e;
      }
      return of(
          cycle.announcement(draft),
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
