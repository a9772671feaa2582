package dev.fortnight.announce.slack;

import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A message below another one. What is too long for one goes on in the next. */
record Reply(List<Wording.Part> parts) {

  String text() {
    return parts.stream().map(Wording.Part::text).collect(Collectors.joining("\n\n"));
  }

  List<LayoutBlock> blocks() {
    return parts.stream().<LayoutBlock>map(part -> MessageBody.section(part.markup())).toList();
  }

  private boolean isTooLong() {
    return parts.size() > SlackLimits.BLOCKS
        || MessageBody.length(blocks()) > SlackLimits.PAYLOAD
        || Mrkdwn.length(text()) > SlackLimits.TEXT;
  }

  static List<Reply> of(List<Wording.Part> parts) {
    List<Reply> replies = new ArrayList<>();
    List<Wording.Part> together = new ArrayList<>();
    for (Wording.Part piece : parts.stream().flatMap(part -> pieces(part).stream()).toList()) {
      List<Wording.Part> longer = new ArrayList<>(together);
      longer.add(piece);
      if (!together.isEmpty() && new Reply(longer).isTooLong()) {
        replies.add(new Reply(List.copyOf(together)));
        together.clear();
      }
      together.add(piece);
    }
    if (!together.isEmpty()) {
      replies.add(new Reply(List.copyOf(together)));
    }
    return List.copyOf(replies);
  }

  /** Each fits into one section; the heading is repeated. */
  private static List<Wording.Part> pieces(Wording.Part part) {
    List<Wording.Part> pieces = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : part.lines()) {
      List<String> more = new ArrayList<>(lines);
      more.add(line);
      boolean isTooLong =
          Mrkdwn.length(new Wording.Part(part.heading(), more).markup()) > SlackLimits.SECTION;
      if (!lines.isEmpty() && isTooLong) {
        pieces.add(new Wording.Part(part.heading(), List.copyOf(lines)));
        lines.clear();
      }
      lines.add(line);
    }
    pieces.add(new Wording.Part(part.heading(), List.copyOf(lines)));
    return pieces;
  }
}
