package dev.fortnight.web;

import dev.fortnight.cycle.PublicationRecord;
import dev.fortnight.cycle.PublishedTree;
import dev.fortnight.edition.UndoWindow;
import dev.fortnight.site.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All editions, the newest first.
 *
 * @param waiting what there is to say of one that is not published yet; empty otherwise
 */
public record EditionsPage(
    String programme, String waiting, List<Line> editions, Freshness freshness) {

  /**
   * An edition.
   *
   * @param signed when and by whom
   * @param counted what it has that the one before had not
   * @param decided what was decided in its sprint
   * @param publication since when it is public, as far as that is known
   */
  public record Line(
      String title,
      String link,
      String signed,
      String counted,
      String decided,
      List<PublicationLine> publication) {}

  static EditionsPage of(Glance glance, Freshness freshness) {
    List<Line> lines =
        new ArrayList<>(glance.past().stream().map(one -> line(one, glance)).toList());
    Collections.reverse(lines);
    return new EditionsPage(
        glance.programme().title(),
        glance.standing().undoWindow().map(window -> waiting(window, glance)).orElse(""),
        List.copyOf(lines),
        freshness);
  }

  private static String waiting(UndoWindow window, Glance glance) {
    return Words.say(
        "editions.waiting",
        window.number(),
        window.signedBy(),
        glance.dates().moment(window.until()));
  }

  private static Line line(Tree.Past edition, Glance glance) {
    List<PublishedTree> published =
        glance.published().stream()
            .filter(
                tree -> tree.record().tree().equals(PublicationRecord.edition(edition.number())))
            .toList();
    return new Line(
        Words.say("editions.title.one", edition.number()),
        "/site/editions/" + edition.number() + "/",
        Words.say(
            "editions.signed",
            edition.sprint(),
            edition.signedBy(),
            glance.dates().day(edition.date())),
        Words.say("editions.counted", edition.added(), edition.changed(), edition.removed()),
        Words.say("editions.decided", edition.approved(), edition.held()),
        PublicationLine.of(published, glance.dates()));
  }
}
