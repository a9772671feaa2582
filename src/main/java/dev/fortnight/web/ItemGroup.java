package dev.fortnight.web;

import dev.fortnight.edition.Decision;
import dev.fortnight.edition.ItemState;
import dev.fortnight.edition.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The changed items of one kind.
 *
 * @param kind {@code Findings}, or that they were held before
 */
public record ItemGroup(String kind, List<Line> items) {

  /**
   * An item and what was decided on it.
   *
   * @param hash of its content; its page's address
   * @param key where it stands in the programme's folder
   * @param state {@code Open}, {@code Approved} or {@code Held}
   * @param style the state's name in the stylesheet
   * @param reason why it is held, or was; empty otherwise
   * @param by who decided last and when; empty where nobody did
   */
  public record Line(
      String title,
      String hash,
      String key,
      String state,
      String style,
      String reason,
      String by) {}

  /** What was held before and has changed; then by kind, those first that rest on the others. */
  static List<ItemGroup> of(Review review, Dates dates) {
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    String heldBefore = Words.say("overview.held");
    groups.put(heldBefore, new ArrayList<>());
    for (String kind :
        List.of("findings", "recommendations", "assumptions", "interviews", "weeknotes", "pages")) {
      groups.put(word(kind), new ArrayList<>());
    }
    for (Review.Entry entry : review.changed()) {
      groups
          .computeIfAbsent(
              entry.wasHeld() ? heldBefore : word(folder(entry)), absent -> new ArrayList<>())
          .add(line(entry, dates));
    }
    return groups.entrySet().stream()
        .filter(group -> !group.getValue().isEmpty())
        .map(group -> new ItemGroup(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  private static String folder(Review.Entry entry) {
    String key = entry.item().key();
    int slash = key.indexOf('/');
    return slash < 0 ? "" : key.substring(0, slash);
  }

  private static String word(String folder) {
    return Words.say("kind." + (folder.isEmpty() ? "site" : folder));
  }

  private static Line line(Review.Entry entry, Dates dates) {
    String title = entry.item().title();
    String hash = entry.item().hash();
    String key = entry.item().key();
    if (entry.state() instanceof ItemState.ApprovedNow approved) {
      return new Line(
          title,
          hash,
          key,
          Words.say("item.approved"),
          "approved",
          "",
          dates.by(approved.decision()));
    }
    if (entry.state() instanceof ItemState.Held held) {
      String reason = held.decision().reason().orElse("");
      return new Line(
          title, hash, key, Words.say("item.held"), "held", reason, dates.by(held.decision()));
    }
    Optional<Decision> held = ((ItemState.Open) entry.state()).held();
    return new Line(
        title,
        hash,
        key,
        Words.say("item.open"),
        "open",
        held.flatMap(Decision::reason).orElse(""),
        held.map(dates::by).orElse(""));
  }
}
