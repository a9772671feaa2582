package dev.fortnight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message as Slack shows it: its links by their words, and what was escaped as it was written.
 *
 * @param runs in their order
 */
public record SlackText(List<Run> runs) {

  private static final Pattern LINK = Pattern.compile("<(https?://[^|>]+)\\|([^>]*)>");

  /**
   * Words.
   *
   * @param link where they lead; empty where they lead nowhere
   */
  public record Run(String words, String link) {}

  static SlackText of(String markup) {
    List<Run> runs = new ArrayList<>();
    Matcher links = LINK.matcher(markup);
    int end = 0;
    while (links.find()) {
      runs.add(new Run(plain(markup.substring(end, links.start())), ""));
      runs.add(new Run(plain(links.group(2)), plain(links.group(1))));
      end = links.end();
    }
    runs.add(new Run(plain(markup.substring(end)), ""));
    return new SlackText(runs.stream().filter(run -> !run.words().isEmpty()).toList());
  }

  private static String plain(String escaped) {
    return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** Without its links. */
  @Override
  public String toString() {
    return String.join("", runs.stream().map(Run::words).toList());
  }
}
