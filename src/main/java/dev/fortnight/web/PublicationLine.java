package dev.fortnight.web;

import dev.fortnight.cycle.PublicationState;
import dev.fortnight.cycle.PublicationState.Overdue;
import dev.fortnight.cycle.PublicationState.Pending;
import dev.fortnight.cycle.PublishedTree;
import java.util.List;

/**
 * What the overview says of one tree's publication.
 *
 * @param remedy empty where there is nothing to do but wait
 */
public record PublicationLine(String sentence, String remedy) {

  static List<PublicationLine> of(List<PublishedTree> published, Dates dates) {
    return published.stream().map(tree -> of(tree, dates)).toList();
  }

  private static PublicationLine of(PublishedTree tree, Dates dates) {
    String title = Overview.capital(tree.record().title());
    PublicationState state = tree.state();
    if (state instanceof Pending pending) {
      return new PublicationLine(
          Words.say("publication.pending", title, dates.moment(pending.since())), "");
    }
    if (state instanceof Overdue overdue) {
      return new PublicationLine(
          Words.say("publication.overdue", title, dates.moment(overdue.since()), overdue.what()),
          overdue.remedy());
    }
    PublicationState.Live live = (PublicationState.Live) state;
    return new PublicationLine(Words.say("publication.live", title, dates.moment(live.at())), "");
  }
}
