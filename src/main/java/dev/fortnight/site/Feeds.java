package dev.fortnight.site;

import dev.fortnight.check.CheckedEvidence;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.site.feed.AtomFeed;
import dev.fortnight.site.feed.Feed;
import dev.fortnight.site.feed.JsonFeed;
import dev.fortnight.topic.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;

/** The feeds of a tree: one of everything, one for each topic and each assumption. */
final class Feeds {

  static final String ALL = "feed.xml";
  static final String ALL_AS_JSON = "feed.json";

  private static final int MOST_ENTRIES = 20;
  private static final int MOST_EDITIONS = 5;

  private static final Comparator<News> NEWS_FIRST =
      Comparator.comparing(News::news).reversed().thenComparing(News::address);

  private static final Comparator<Feed.Entry> NEWEST_FIRST =
      Comparator.comparing(Feed.Entry::news).reversed().thenComparing(Feed.Entry::id);

  private final CheckedResearch research;
  private final ResearchGraph graph;
  private final Tree tree;
  private final Links links;
  private final Messages messages;
  private final String treeUrl;
  private final String siteUrl;

  /**
   * @param treeUrl the absolute address of the tree, ending with a slash
   */
  Feeds(
      CheckedResearch research,
      ResearchGraph graph,
      Tree tree,
      Links links,
      Messages messages,
      String treeUrl) {
    this.research = research;
    this.graph = graph;
    this.tree = tree;
    this.links = links;
    this.messages = messages;
    this.treeUrl = treeUrl;
    this.siteUrl = research.programme().site().url().toString();
  }

  /** Where the feed of one page stands, as an Atom file; {@code feeds/} is the site's own. */
  static String file(String address) {
    return "feeds/" + address.replaceFirst("/$", "") + ".xml";
  }

  void write(OtherFiles files) {
    List<Feed.Entry> everything = new ArrayList<>(entries(research.notes()));
    everything.addAll(editions());
    Feed all = feed("", research.programme().title(), "", everything);
    write(all, ALL, files);
    String json = treeUrl + ALL_AS_JSON;
    files.write(ALL_AS_JSON, List.of(all, json), () -> JsonFeed.bytes(all, json));
    for (CheckedNote assumption : research.notes(NoteKind.ASSUMPTION)) {
      String title = assumption.content().title();
      write(assumption.address(), title, entries(about(assumption)), files);
    }
    for (CheckedTopic topic : research.topics()) {
      List<Feed.Entry> entries = new ArrayList<>(entries(about(topic)));
      entries.add(entry(topic));
      write(topic.address(), topic.content().title(), entries, files);
    }
  }

  private void write(String address, String title, List<Feed.Entry> entries, OtherFiles files) {
    String file = file(address);
    String whole = messages.say("feed.of", research.programme().title(), title);
    write(feed(file, whole, address, entries), file, files);
  }

  private void write(Feed feed, String file, OtherFiles files) {
    String address = treeUrl + file;
    files.write(file, List.of(feed, address), () -> AtomFeed.bytes(feed, address));
  }

  private Feed feed(String id, String title, String home, List<Feed.Entry> entries) {
    return new Feed(
        siteUrl + id,
        title,
        treeUrl + home,
        research.programme().language().toLanguageTag(),
        research.programme().title(),
        at(research.programme().cycle().first()),
        entries.stream().sorted(NEWEST_FIRST).limit(MOST_ENTRIES).toList());
  }

  /** What bears on an assumption, itself included. */
  private Set<CheckedNote> about(CheckedNote assumption) {
    Set<CheckedNote> about = new LinkedHashSet<>(List.of(assumption));
    about.addAll(graph.findingsOn(assumption));
    Stream.of(graph.supporting(assumption), graph.contradicting(assumption))
        .flatMap(Collection::stream)
        .map(CheckedEvidence::source)
        .map(source -> research.note(source.path()))
        .flatMap(Optional::stream)
        .forEach(about::add);
    return about;
  }

  private List<CheckedNote> about(CheckedTopic topic) {
    return Stream.of(NoteKind.values())
        .flatMap(kind -> graph.notesOn(topic, kind).stream())
        .toList();
  }

  private List<Feed.Entry> entries(Collection<CheckedNote> notes) {
    PriorityQueue<News> newest = new PriorityQueue<>(NEWS_FIRST.reversed());
    for (CheckedNote note : notes) {
      Optional<News> told = note.content().kind() == NoteKind.PAGE ? Optional.empty() : news(note);
      boolean hasRoom = newest.size() < MOST_ENTRIES;
      if (told.isPresent() && (hasRoom || NEWS_FIRST.compare(told.get(), newest.peek()) < 0)) {
        newest.add(told.get());
        if (!hasRoom) {
          newest.remove();
        }
      }
    }
    return newest.stream().sorted(NEWS_FIRST).map(this::entry).toList();
  }

  /**
   * The newest editions, in the same words for good. They tell followers of whatever changed, so
   * that not each mended word brings an old note up again.
   */
  private List<Feed.Entry> editions() {
    List<Tree.Past> past = tree.past();
    return past.subList(Math.max(0, past.size() - MOST_EDITIONS), past.size()).stream()
        .map(this::entry)
        .toList();
  }

  private Feed.Entry entry(Tree.Past edition) {
    String address = siteUrl + "editions/" + edition.number() + "/";
    Instant signed = at(edition.date());
    return new Feed.Entry(
        address,
        address,
        messages.say("feed.edition", edition.number()),
        "edition",
        signed,
        signed,
        signed,
        "<p>"
            + Entities.escape(
                messages.say(
                    "feed.changes",
                    edition.signedBy(),
                    edition.added(),
                    edition.changed(),
                    edition.removed()))
            + "</p>");
  }

  /**
   * A note with the days that a feed tells of it: what it has no room for is not written out.
   *
   * @param news when it was news last; when it changed, where it never was
   */
  private record News(CheckedNote note, LocalDate news, LocalDate changed) {

    String address() {
      return note.address();
    }
  }

  /**
   * A note is news when it is written, when its author says that it was changed, and when an
   * edition first has it; one without any of these is none yet.
   */
  private Optional<News> news(CheckedNote checked) {
    Note note = checked.content();
    Optional<LocalDate> news = newest(checked.newestDay(), signed(note, Tree.Edition::firstIn));
    Optional<LocalDate> changed = newest(news, signed(note, Tree.Edition::approvedIn));
    return changed.map(day -> new News(checked, news.orElse(day), day));
  }

  private Feed.Entry entry(News told) {
    Note note = told.note().content();
    return new Feed.Entry(
        siteUrl + told.address(),
        treeUrl + told.address(),
        note.title(),
        note.kind().word(),
        at(told.news()),
        at(note.date().orElse(told.changed())),
        at(told.changed()),
        links.quoted(note, note.prose(), treeUrl));
  }

  private static Optional<LocalDate> newest(Optional<LocalDate> one, Optional<LocalDate> other) {
    boolean isOther = one.isEmpty() || other.isPresent() && other.get().isAfter(one.get());
    return isOther ? other : one;
  }

  /** When the edition was signed off that is listed for a note. */
  private Optional<LocalDate> signed(
      Note note, Function<Tree.Edition, Map<String, Integer>> listed) {
    if (!(tree instanceof Tree.Edition edition)) {
      return Optional.empty();
    }
    Integer number = listed.apply(edition).get(note.path());
    return edition.past().stream()
        .filter(past -> Integer.valueOf(past.number()).equals(number))
        .map(Tree.Past::date)
        .findFirst();
  }

  private Feed.Entry entry(CheckedTopic checked) {
    Topic topic = checked.content();
    return new Feed.Entry(
        siteUrl + checked.address(),
        treeUrl + checked.address(),
        topic.title(),
        "topic",
        topic.closedAt().orElse(topic.openedAt()),
        topic.openedAt(),
        topic.closedAt().orElse(topic.openedAt()),
        links.foreign(checked.body()));
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
