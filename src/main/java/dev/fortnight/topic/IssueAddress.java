package dev.fortnight.topic;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an issue has its page, on GitHub or on a server of its own. */
public final class IssueAddress {

  private static final Pattern PATH =
      Pattern.compile("/([\\w.-]+/[\\w.-]+)/issues/([1-9][0-9]{0,8})/?");

  private IssueAddress() {}

  /** The slug of the topic that has its page there; empty where that is not of the backlog. */
  public static Optional<String> slug(URI page, TopicOrder.Slugs slugs) {
    Matcher matcher = PATH.matcher(Optional.ofNullable(page.getPath()).orElse(""));
    return matcher.matches()
        ? slugs.of(matcher.group(1), Integer.parseInt(matcher.group(2)))
        : Optional.empty();
  }
}
