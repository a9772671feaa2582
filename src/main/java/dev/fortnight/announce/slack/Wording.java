package dev.fortnight.announce.slack;

import dev.fortnight.edition.Announceable;
import dev.fortnight.edition.News;
import dev.fortnight.edition.Opening;
import dev.fortnight.programme.Programme;
import dev.fortnight.sprint.Sprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that an announcement says, in one place, as Slack's markup. The sentences stand in {@code
 * announcement/<language>.properties}.
 */
final class Wording {

  /** Of one list; the page holds the others. */
  private static final int MOST_LINES = 10;

  /** On one assumption. */
  private static final int MOST_FINDINGS = 4;

  /** Of a title in a list, in code points of markup. */
  private static final int LONGEST_TITLE = 150;

  /** Of the sentence that says what was learned, so that it is read in a busy channel. */
  private static final int LONGEST_SENTENCE = 600;

  /** A longer one is left out, and the title stands alone. */
  private static final int LONGEST_ADDRESS = 250;

  private final Programme programme;
  private final Announceable edition;
  private final News news;
  private final Properties texts;

  /** A heading with the lines below it. */
  record Part(String heading, List<String> lines) {

    /** For those who are read to. */
    String text() {
      return heading + bullets();
    }

    String markup() {
      return "*" + heading + "*" + bullets();
    }

    private String bullets() {
      return lines.stream().map(line -> "\n• " + line).collect(Collectors.joining());
    }
  }

  Wording(Announceable edition) {
    this.programme = edition.research().programme();
    this.edition = edition;
    this.news = edition.news();
    this.texts = texts(programme.language());
  }

  private static Properties texts(Locale language) {
    Properties english = read("en", new Properties());
    return read(language.getLanguage(), english);
  }

  private static Properties read(String language, Properties fallback) {
    Properties texts = new Properties(fallback);
    String file = "/announcement/" + language + ".properties";
    try (InputStream stream = Wording.class.getResourceAsStream(file)) {
      if (stream != null) {
        texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException("the wording cannot be read", e);
    }
  }

  private String say(String key, Object... values) {
    return texts.getProperty(key).formatted(values);
  }

  /** Whether there is something to tell, by an owner's words or because the team learned it. */
  boolean isLearned() {
    return edition.opening() instanceof Opening.Written || !news.learned().isEmpty();
  }

  /** What an owner says of the edition; else what was learned, in one sentence. */
  String learned() {
    return edition.opening() instanceof Opening.Written written
        ? Mrkdwn.text(written.text())
        : made();
  }

  private String made() {
    return news.learned().stream()
        .findFirst()
        .map(text -> sentence(Mrkdwn.text(text, LONGEST_SENTENCE)))
        .orElseGet(() -> say("nothing"));
  }

  private static String sentence(String text) {
    return text.matches("(?s).*[.?…]") ? text : text + ".";
  }

  String title() {
    return say("title", Mrkdwn.text(programme.title(), LONGEST_TITLE), edition.number());
  }

  String address() {
    return programme.site().url().resolve("editions/" + edition.number() + "/").toString();
  }

  Optional<String> nextCall(Optional<ZonedDateTime> call) {
    return call.map(at -> say("call", day(at), time(at)));
  }

  String rehearsal() {
    return say("rehearsal");
  }

  String empty() {
    return say("empty");
  }

  /** What stands below the message, parts without a line left out. */
  List<Part> details(Sprint next, Optional<ZonedDateTime> call) {
    return Stream.of(
            part("found", news.found().stream().map(this::found)),
            part("changed", news.changed().stream().map(this::link)),
            part("gone", news.gone().stream().map(title -> Mrkdwn.text(title, LONGEST_TITLE))),
            part("topics", news.topics().stream().map(this::moved)),
            part("sessions", news.sessions().stream().map(this::link)),
            part("next", next(next, call)))
        .filter(part -> !part.lines().isEmpty())
        .toList();
  }

  private Part part(String key, Stream<String> lines) {
    return new Part(say(key), limited(lines.toList(), MOST_LINES));
  }

  private List<String> limited(List<String> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<String> shown = new ArrayList<>(all.subList(0, most));
    shown.add(Mrkdwn.link(address(), say("more", all.size() - most)));
    return List.copyOf(shown);
  }

  private String found(News.Found found) {
    List<String> findings = found.findings().stream().map(this::link).toList();
    String listed = String.join("; ", limited(findings, MOST_FINDINGS));
    return found
        .assumption()
        .map(assumption -> say("found.on", link(assumption), found.state(), listed))
        .orElseGet(() -> say("found.other", listed));
  }

  private String moved(News.Move move) {
    String key =
        switch (move.kind()) {
          case NEW -> "topic.new";
          case CLOSED -> "topic.closed";
          case CHANGED -> "topic.changed";
        };
    return say(key, link(move.topic()));
  }

  private String link(News.Entry entry) {
    String title = Mrkdwn.text(entry.title(), LONGEST_TITLE);
    String address = address() + entry.address();
    boolean isTooLong = Mrkdwn.length(Mrkdwn.address(address)) > LONGEST_ADDRESS;
    return isTooLong ? title : Mrkdwn.link(address, title);
  }

  private Stream<String> next(Sprint next, Optional<ZonedDateTime> call) {
    return Stream.of(
            Optional.of(say("next.dates", date(next.first()), date(next.last()))),
            Optional.of(say("next.review", day(next.review()), time(next.review()))),
            call.map(at -> say("next.call", linked(say("next.call.when", day(at), time(at))))))
        .flatMap(Optional::stream);
  }

  private String linked(String when) {
    return edition.callPage().map(page -> Mrkdwn.link(page.toString(), when)).orElse(when);
  }

  private String date(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", programme.language()).format(day);
  }

  private String day(ZonedDateTime at) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM", programme.language()).format(at);
  }

  private static String time(ZonedDateTime at) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at);
  }
}
