package dev.fortnight.edition;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.CheckedTopic;
import dev.fortnight.check.Checker;
import dev.fortnight.check.Publication;
import dev.fortnight.check.RemovedTopics;
import dev.fortnight.check.Snapshot;
import dev.fortnight.note.MediaSource;
import dev.fortnight.note.Note;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.site.Theme;
import dev.fortnight.topic.Removal;
import dev.fortnight.topic.RemovedTopic;
import dev.fortnight.topic.Topic;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an edition holds: a pure function of the last approved contents, the newest source's word on
 * consent, expiry and deletion, and an instant.
 *
 * @param research what may be shown, made of approved contents alone
 * @param items what of the approved items is in the edition, by key
 */
public record EditionContents(
    CheckedResearch research, Theme theme, SortedMap<String, Item> items) {

  /**
   * Composes an edition that is to be signed off. An item stays at its last approved content; it is
   * out when the newest source has deleted it or no longer consents, and when the checks have a
   * doubt that nobody has answered. Nothing that was not approved is in it.
   *
   * @param now what consent expiry is measured against
   * @throws ProblemException if the theme or the programme's public part was never approved
   */
  public static EditionContents compose(Approved approved, Newest newest, Instant now) {
    return compose(approved, newest, now, CheckMemory.none());
  }

  /** The same after others, searching only what is new. */
  static EditionContents compose(
      Approved approved, Newest newest, Instant now, CheckMemory memory) {
    Set<String> existing = new HashSet<>();
    newest.snapshot().topics().forEach(topic -> existing.add("topics/" + topic.slug()));
    Chosen chosen = Chosen.of(approved, newest, note -> limitWhenUnreadable(note, newest));
    existing.addAll(newest.snapshot().media().data());
    RemovedTopics gone =
        newest.snapshot().removed().seen(topic -> approved.items().containsKey(key(topic)));
    Snapshot snapshot = snapshot(approved, newest, chosen, existing::contains, now).removed(gone);
    return of(approved, Answered.check(snapshot, approved, memory).research());
  }

  /**
   * Composes an edition again that was signed off before. It changes only by what people take back:
   * consent, and names that are found in it since. A session that was deleted counts as taken back,
   * and so does a topic, see {@link Removal#isTakenBack}; anything else that the newest source no
   * longer has stays.
   *
   * @param signed what the edition holds, by key
   * @param removed the topics that it says are gone
   * @param now when it was signed off
   */
  static EditionContents again(
      Approved signed, List<RemovedTopic> removed, Newest newest, Instant now) {
    Chosen chosen =
        Chosen.of(
            signed,
            newest,
            note -> Publication.needsConsent(note) ? Publication.NOTHING : Publication.PAGE);
    List<RemovedTopic> gone = new ArrayList<>(removed);
    newest.snapshot().removed().bySlug().values().stream()
        .filter(topic -> topic.reason().isTakenBack() && signed.items().containsKey(key(topic)))
        .forEach(gone::add);
    Snapshot snapshot =
        snapshot(signed, newest, chosen, any -> true, now)
            .removed(RemovedTopics.of(gone).seen(any -> true));
    return of(signed, Checker.check(snapshot.answered(Snapshot.Answers.ALL)).research());
  }

  private static String key(RemovedTopic topic) {
    return "topics/" + topic.slug();
  }

  /** An approved note without a newest content that could be read. */
  private static Publication limitWhenUnreadable(Note approved, Newest newest) {
    boolean isUnreadable = newest.unreadable().contains(approved.path());
    return isUnreadable && !Publication.needsConsent(approved)
        ? Publication.PAGE
        : Publication.NOTHING;
  }

  /**
   * Which approved notes may be in an edition.
   *
   * @param notes by path
   * @param limits how much of each the newest source still allows
   * @param evidence references to what is marked in approved notes, in the edition or not
   */
  private record Chosen(
      SortedMap<String, Note> notes, Map<String, Publication> limits, Set<String> evidence) {

    static Chosen of(Approved approved, Newest newest, Function<Note, Publication> whenAbsent) {
      Map<String, Note> newestNotes = byPath(newest);
      Chosen chosen = new Chosen(new TreeMap<>(), new HashMap<>(), new HashSet<>());
      for (Item item : approved.items().values()) {
        if (item.content() instanceof ItemContent.OfNote content) {
          Optional<Note> present = Optional.ofNullable(newestNotes.get(content.path()));
          Note note = Approved.note(content, present);
          note.evidence().forEach(mark -> chosen.evidence.add(mark.reference()));
          Publication limit =
              present
                  .map(now -> Publication.agreed(now, newest.snapshot()))
                  .orElseGet(() -> whenAbsent.apply(note));
          if (limit != Publication.NOTHING) {
            chosen.notes.put(note.path(), note);
            chosen.limits.put(note.path(), limit);
          }
        }
      }
      return chosen;
    }
  }

  private static Map<String, Note> byPath(Newest newest) {
    return newest.snapshot().notes().stream().collect(Collectors.toMap(Note::path, note -> note));
  }

  private static Snapshot snapshot(
      Approved approved, Newest newest, Chosen chosen, Predicate<String> isThere, Instant now) {
    Set<String> evidence = new HashSet<>(chosen.evidence());
    newest.evidence().forEach(mark -> evidence.add(mark.reference()));
    List<Note> notes = new ArrayList<>(chosen.notes().values());
    byPath(newest).values().stream()
        .filter(note -> !chosen.notes().containsKey(note.path()))
        .sorted(Comparator.comparing(Note::path))
        .forEach(notes::add);
    return new Snapshot(
        PublicPart.in(newest.programme(), programme(approved).values()),
        notes,
        topics(approved, isThere),
        RemovedTopics.NONE,
        DataItems.approved(approved, media(approved), isThere),
        newest.snapshot().personalData(),
        now,
        new Snapshot.Scope(
            note -> chosen.limits().getOrDefault(note.path(), Publication.NOTHING),
            note -> chosen.notes().containsKey(note.path()),
            Snapshot.Answers.NONE),
        Snapshot.inFiles(newest.unreadable()).or(evidence::contains));
  }

  private static EditionContents of(Approved approved, CheckedResearch research) {
    return new EditionContents(research, theme(approved), items(approved, research));
  }

  /** In an order that only they themselves decide. */
  private static List<Topic> topics(Approved approved, Predicate<String> isThere) {
    return approved.items().values().stream()
        .filter(item -> isThere.test(item.key()))
        .map(Item::content)
        .filter(ItemContent.OfTopic.class::isInstance)
        .map(content -> ((ItemContent.OfTopic) content).topic())
        .sorted(
            Comparator.comparing(EditionContents::repositoryInSlug)
                .thenComparingInt(Topic::number)
                .thenComparing(Topic::slug))
        .toList();
  }

  /** Topics of the first repository have their number alone as slug. */
  private static String repositoryInSlug(Topic topic) {
    String slug = topic.slug();
    String number = String.valueOf(topic.number());
    return slug.equals(number) ? "" : topic.repository();
  }

  private static MediaSource media(Approved approved) {
    Map<String, String> hashes = new HashMap<>();
    for (Item item : approved.items().values()) {
      if (item.content() instanceof ItemContent.OfNote note) {
        hashes.putAll(note.media());
      } else if (item.content() instanceof ItemContent.OfProgramme programme
          && programme.values().containsKey("logo")) {
        hashes.put(programme.values().get("logo"), programme.values().get("logo-hash"));
      }
    }
    return path -> Optional.ofNullable(hashes.get(path)).flatMap(approved.blobs()::bytes);
  }

  private static ItemContent.OfProgramme programme(Approved approved) {
    Item item = approved.items().get(ItemContent.OfProgramme.KEY);
    if (item != null && item.content() instanceof ItemContent.OfProgramme content) {
      return content;
    }
    throw neverApproved("the public part of programme.yml");
  }

  private static Theme theme(Approved approved) {
    Item item = approved.items().get(ItemContent.OfTheme.KEY);
    if (item == null || !(item.content() instanceof ItemContent.OfTheme content)) {
      throw neverApproved("the site's look");
    }
    TreeMap<String, byte[]> files = new TreeMap<>();
    content
        .files()
        .forEach(
            (path, hash) ->
                files.put(
                    path,
                    approved
                        .blobs()
                        .bytes(hash)
                        .orElseThrow(() -> new IllegalStateException("no content for " + path))));
    return new Theme(files);
  }

  private static ProblemException neverApproved(String what) {
    return new ProblemException(what + " was never approved", "Approve them in the review.");
  }

  private static SortedMap<String, Item> items(Approved approved, CheckedResearch research) {
    Set<String> inside = new HashSet<>();
    research.admitted().forEach(note -> inside.add(note.path()));
    research.topics().forEach(topic -> inside.add("topics/" + topic.content().slug()));
    research.data().forEach(data -> inside.add(data.content().path()));
    inside.add(ItemContent.OfProgramme.KEY);
    inside.add(ItemContent.OfTheme.KEY);
    SortedMap<String, Item> items = new TreeMap<>(approved.items());
    items.keySet().retainAll(inside);
    return items;
  }

  /** Titles of what has a page, and of the two items that all pages show, by key. */
  SortedMap<String, String> published() {
    SortedMap<String, String> titles = new TreeMap<>();
    for (CheckedNote note : research.notes()) {
      titles.put(note.content().path(), note.content().title());
    }
    for (CheckedTopic topic : research.topics()) {
      titles.put("topics/" + topic.content().slug(), topic.content().title());
    }
    for (CheckedData data : research.data()) {
      titles.put(data.content().path(), data.content().title());
    }
    for (String key : List.of(ItemContent.OfProgramme.KEY, ItemContent.OfTheme.KEY)) {
      titles.put(key, items.get(key).title());
    }
    return titles;
  }

  Optional<URI> callPage() {
    return theme.callPage(research.programme());
  }
}
