package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import dev.fortnight.edition.Decision;
import dev.fortnight.edition.ItemState;
import dev.fortnight.edition.Review;
import dev.fortnight.web.signin.Session;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the page of an item under review says.
 *
 * @param hash of the content that is shown
 * @param seen see {@link Seen}
 * @param form what its forms carry, see {@link Session#formToken}
 * @param state {@code Open}, {@code Approved} or {@code Held}, and since when or why
 * @param reason why it is held, or was; empty otherwise
 * @param problems what the checks have to say of it
 * @param passages what differs from its last approved content
 * @param support what it rests on
 * @param left {@code 3 items are open after this one}
 * @param previous the content's hash of the open item before it; empty where there is none
 * @param next of the open item after it
 */
public record ItemPage(
    String programme,
    String title,
    String path,
    String hash,
    String seen,
    String form,
    String state,
    String reason,
    List<Overview.Notice> problems,
    List<List<Run>> passages,
    ItemSupport support,
    String left,
    String previous,
    String next,
    String message) {

  /**
   * Words of one kind.
   *
   * @param kind {@code kept}, {@code added}, {@code removed} or {@code unshown}
   */
  public record Run(String kind, String text) {}

  /** Whether nothing of it was ever approved, so that there is nothing to compare with. */
  public boolean allNew() {
    return passages.size() == 1
        && passages.get(0).size() == 1
        && passages.get(0).get(0).kind().equals("added");
  }

  /** The words of an item that is all new, a paragraph each. */
  public List<String> paragraphs() {
    return passages.get(0).get(0).text().lines().filter(line -> !line.isBlank()).toList();
  }

  static ItemPage of(Cycle cycle, Review.Entry entry, Session session, String message) {
    Review review = cycle.review();
    PersonalNames names = new PersonalNames(cycle.problems());
    long others = review.open().stream().filter(open -> !open.key().equals(entry.key())).count();
    return new ItemPage(
        cycle.newest().programme().title(),
        entry.item().title(),
        entry.key().contains("/") ? names.shown("research/" + entry.key()) : entry.key(),
        entry.item().hash(),
        Seen.of(entry),
        session.formToken(),
        state(entry.state()),
        reason(entry.state()),
        entry.problems().stream().map(names::hide).map(Overview::notice).toList(),
        cycle.changes(entry).stream()
            .map(
                passage ->
                    passage.runs().stream()
                        .map(run -> new Run(run.kind().name().toLowerCase(Locale.ROOT), run.text()))
                        .toList())
            .toList(),
        ItemSupport.of(cycle, entry.key()),
        others == 0 ? Words.say("item.left.none") : Words.count("item.left", others),
        beside(review, entry, -1),
        beside(review, entry, 1),
        message);
  }

  /** From what is decided already every open item comes next. */
  private static String beside(Review review, Review.Entry entry, int step) {
    List<String> open = review.open().stream().map(one -> one.item().hash()).toList();
    int place = open.indexOf(entry.item().hash()) + step;
    boolean isThere = place >= 0 && place < open.size() && (entry.isOpen() || step > 0);
    return isThere ? open.get(place) : "";
  }

  private static String reason(ItemState state) {
    Optional<Decision> held =
        state instanceof ItemState.Held now
            ? Optional.of(now.decision())
            : state instanceof ItemState.Open open ? open.held() : Optional.empty();
    return held.flatMap(Decision::reason).orElse("");
  }

  private static String state(ItemState state) {
    if (state instanceof ItemState.Open open) {
      String why = Words.say("item.open." + open.why().name().toLowerCase(Locale.ROOT));
      return open.held().map(before -> Words.say("item.open.before", why, before.by())).orElse(why);
    }
    if (state instanceof ItemState.Held held) {
      return Words.say("item.held.by", held.decision().by());
    }
    return state instanceof ItemState.ApprovedNow approved
        ? Words.say("item.approved.by", approved.decision().by())
        : Words.say("item.approved.before");
  }
}
