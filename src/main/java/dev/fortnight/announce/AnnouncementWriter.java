package dev.fortnight.announce;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.privacy.Find;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.sprint.SprintCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes an edition's announcement as a Block Kit message for Slack. */
public final class AnnouncementWriter {

  /** In code points. Source: docs.slack.dev, Block Kit reference, section block. */
  private static final int LONGEST_SECTION = 3000;

  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .create();

  private AnnouncementWriter() {}

  /**
   * @param now what "next" is measured from
   */
  public static Announcement write(ApprovedEdition edition, String channel, Instant now) {
    Programme programme = edition.research().programme();
    Wording wording = new Wording(edition);
    Optional<String> call =
        wording.nextCall(new SprintCalendar(programme.cycle()).nextOpenCall(now).openCall());
    String whole = wording.learned() + "\n" + text(wording, call);
    edition.research().leaks(whole).stream().findFirst().ifPresent(AnnouncementWriter::refuse);
    String id = programme.id() + "/" + edition.number() + "/" + channel;
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("channel", channel);
    message.put("text", text(wording, call));
    message.put("blocks", blocks(wording, call));
    message.put("unfurl_links", false);
    message.put("unfurl_media", false);
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("event_type", "fortnight_edition");
    metadata.put("event_payload", Map.of("id", id));
    message.put("metadata", metadata);
    return new Announcement(id, edition.number(), channel, GSON.toJson(message));
  }

  private static void refuse(Find find) {
    throw new ProblemException(
        "the announcement would show " + find.kind().noun() + ", so it is not sent",
        "Hold what it speaks of, and report this: a check should have found it earlier.");
  }

  /** A complete summary: screen readers may read nothing else. */
  private static String text(Wording wording, Optional<String> call) {
    return escaped(wording.learned())
        + " "
        + escaped(wording.title())
        + " ("
        + wording.changes()
        + "): "
        + wording.address()
        + call.map(sentence -> " " + escaped(sentence)).orElse("");
  }

  private static List<LayoutBlock> blocks(Wording wording, Optional<String> call) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String link = "<" + wording.address() + "|" + escaped(wording.title()) + ">";
    String learned = shortened(escaped(wording.learned()), LONGEST_SECTION - link.length() - 1);
    blocks.add(SectionBlock.builder().text(markdown(learned + "\n" + link)).build());
    String context = wording.changes() + call.map(sentence -> " · " + sentence).orElse("");
    blocks.add(ContextBlock.builder().elements(List.of(markdown(escaped(context)))).build());
    return blocks;
  }

  private static MarkdownTextObject markdown(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }

  /** Keeps what people wrote from becoming a mention or a link. Source: docs.slack.dev. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String shortened(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    String start = text.substring(0, text.offsetByCodePoints(0, most - 1));
    return start.replaceFirst("&[a-z]*$", "") + "…";
  }
}
