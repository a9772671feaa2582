package dev.fortnight.site;

import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedFile;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.note.Address;
import dev.fortnight.note.NoteKind;
import dev.fortnight.privacy.PersonalData;
import dev.fortnight.sprint.SprintCalendar;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Makes one tree of the public site. It takes checked research only, so what may not be published
 * has no way onto a page. The same research, theme and tree give the same bytes.
 */
public final class SiteBuilder {

  private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

  /** Each leaves out what one before it did not show to be wrong; more than some mean the theme. */
  private static final int ROUNDS = 5;

  private final CheckedResearch research;
  private final Theme theme;
  private final Tree tree;
  private final Words words;
  private final Frame frame;
  private final List<Page> pages = new ArrayList<>();
  private final Links links;
  private final SearchPage search;
  private final Map<String, Object> site;

  private SiteBuilder(CheckedResearch research, Theme theme, Tree tree) {
    this.research = research;
    this.theme = theme;
    this.tree = tree;
    this.words = new Words(research.programme().language());
    Messages messages = Messages.of(theme, research.programme().language());
    this.frame = new Frame(research, tree, messages);
    ResearchGraph graph = new ResearchGraph(research);
    this.links = new Links(research, sectionAndTopicAddresses(), theme.ids());
    Cards cards = new Cards(research, graph, links, words, messages);
    SectionPages sections = new SectionPages(research, frame, cards);
    TagPages tags = new TagPages(research, frame, cards, messages);
    this.search = new SearchPage(research, graph, frame, sections, tags, words, messages);
    List<Map<String, Object>> navigation = sections.navigation();
    if (isSearchable()) {
      navigation.add(search.link());
    }
    this.site = frame.site(navigation);
    pages.add(new HomePage(research, tree, frame, cards, sections, words).page());
    pages.addAll(sections.pages());
    pages.addAll(notePages(new NotePages(research, graph, tree, frame, cards, words, messages)));
    pages.addAll(new TopicPages(research, graph, tree, frame, links, words, messages).pages());
    pages.add(new EditionPage(research, tree, frame, cards, words).page());
    able(new TimelinePage(research, tree, frame, words, messages).page());
    new MatrixPage(research, graph, frame, words, messages).page().ifPresent(this::able);
    tags.pages().forEach(this::able);
    able(search.page());
    new DataPages(research, tree, frame, messages).pages().forEach(this::able);
    pages.add(
        new Page(
            "404.html",
            "missing",
            () -> "",
            () -> frame.page("404.html", "missing", "We can't find that page")));
  }

  private boolean isSearchable() {
    return theme.layout(SearchPage.LAYOUT).isPresent();
  }

  /** A theme from before there was such a page has no layout for it, and goes without it. */
  private void able(Page page) {
    if (theme.layout(page.layout()).isPresent()) {
      pages.add(page);
    }
  }

  /**
   * Builds a tree into a sink. An item whose page turns out to show personal data is left out of
   * all pages, lists and feeds, and the others go on without it.
   *
   * @throws dev.fortnight.problem.ProblemException if a page that is no single item's does, or if
   *     leaving out does not help; then the sink gets nothing
   */
  public static Built build(CheckedResearch research, Theme theme, Tree tree, SiteSink sink) {
    Map<String, PersonalData> leftOut = new TreeMap<>();
    for (int round = 1; true; round++) {
      CheckedResearch rest = leftOut.isEmpty() ? research : research.without(leftOut.keySet());
      SiteBuilder builder = new SiteBuilder(rest, theme, tree.without(leftOut.keySet()));
      LastDoor door = builder.build();
      Map<String, PersonalData> leaks = door.leaks(builder.itemsByFile());
      if (leaks.isEmpty() || round == ROUNDS) {
        door.open(sink);
        buildAssets(rest, theme, sink);
        return new Built(builder.pages.size(), Collections.unmodifiableMap(leftOut));
      }
      leftOut.putAll(leaks);
    }
  }

  /**
   * What the page of each note, by path, and of each topic, as {@code topics/<slug>}, says: a hash
   * that does not depend on the edition.
   */
  public static Map<String, String> fingerprints(CheckedResearch research, Theme theme) {
    SiteBuilder builder = new SiteBuilder(research, theme, new Tree.Working(false));
    Map<String, String> items = builder.itemsByFile();
    Map<String, String> fingerprints = new TreeMap<>();
    for (Page page : builder.pages) {
      String file = Address.file(page.address());
      if (items.containsKey(file)) {
        fingerprints.put(items.get(file), Fingerprints.of(page));
      }
    }
    return fingerprints;
  }

  /** Whose page a file is: a note's by its path, a topic's as {@code topics/<slug>}. */
  private Map<String, String> itemsByFile() {
    Map<String, String> items = new HashMap<>();
    research
        .notes()
        .forEach(note -> items.put(Address.file(note.address()), note.content().path()));
    research
        .topics()
        .forEach(
            topic -> items.put(Address.file(topic.address()), "topics/" + topic.content().slug()));
    for (CheckedData data : research.data()) {
      items.put(Address.file(data.address()), data.content().path());
      items.put(data.file(), data.content().path());
    }
    return items;
  }

  /** Builds the page that stands at the root until the first edition, with what it needs. */
  public static void buildWaitingPage(CheckedResearch research, Theme theme, SiteSink sink) {
    Frame frame = frame(research, theme);
    Words words = new Words(research.programme().language());
    LocalDate due =
        new SprintCalendar(research.programme().cycle()).at(research.now()).review().toLocalDate();
    Map<String, Object> page = frame.page("", "waiting", research.programme().title());
    page.remove("working");
    page.put("description", research.programme().summary());
    page.put("due_text", "The first edition is due on " + words.day(due) + ".");
    Map<String, Object> data = Map.of("page", page, "site", frame.site(List.of()));
    String html = new Layouts(theme).render("waiting", data, "");
    LastDoor door = new LastDoor(research);
    door.file("index.html", html.getBytes(StandardCharsets.UTF_8));
    door.open(sink);
    buildAssets(research, theme, sink);
  }

  /** Builds the page that stands in for an edition kept as an archive, with what it needs. */
  public static void buildArchivePage(
      CheckedResearch research, Theme theme, ArchivedEdition archived, SiteSink sink) {
    Frame frame = frame(research, theme);
    Map<String, Object> site = frame.site(List.of());
    Theme able = theme.layout(ArchivePage.LAYOUT).isPresent() ? theme : Theme.ofFortnight();
    Words words = new Words(research.programme().language());
    Map<String, Object> page = new ArchivePage(archived, frame, words).data();
    String html =
        new Layouts(able).render(ArchivePage.LAYOUT, Map.of("page", page, "site", site), "");
    LastDoor door = new LastDoor(research);
    door.file("index.html", html.getBytes(StandardCharsets.UTF_8));
    door.open(sink);
    looks(research, able).forEach(sink::file);
    research
        .programme()
        .site()
        .logo()
        .map(research.files()::get)
        .ifPresent(logo -> sink.file(logo.address(), logo.content()));
  }

  private static Frame frame(CheckedResearch research, Theme theme) {
    Messages messages = Messages.of(theme, research.programme().language());
    return new Frame(research, new Tree.Working(false), messages);
  }

  private static void buildAssets(CheckedResearch research, Theme theme, SiteSink sink) {
    research.files().values().stream()
        .collect(Collectors.toMap(CheckedFile::address, CheckedFile::content, (a, b) -> a))
        .forEach(sink::file);
    looks(research, theme).forEach(sink::file);
  }

  private static Map<String, byte[]> looks(CheckedResearch research, Theme theme) {
    String accent = ":root{--accent:" + research.programme().site().colour() + "}\n";
    Map<String, byte[]> assets = new TreeMap<>();
    assets.put("assets/govuk-frontend.css", GovukFrontend.stylesheet());
    assets.put("assets/programme.css", accent.getBytes(StandardCharsets.UTF_8));
    assets.putAll(theme.assets());
    return assets;
  }

  private Set<String> sectionAndTopicAddresses() {
    Set<String> addresses =
        research.topics().stream().map(topic -> topic.address()).collect(Collectors.toSet());
    if (!addresses.isEmpty()) {
      addresses.add("topics/");
    }
    research.notes().forEach(note -> addresses.add(note.content().kind().folder() + "/"));
    addresses.add("");
    return addresses;
  }

  private List<Page> notePages(NotePages data) {
    return research.notes().stream()
        .map(
            note ->
                new Page(
                    note.address(),
                    layout(note),
                    () -> links.own(note.content(), frame.root(note.address())),
                    () -> data.data(note)))
        .toList();
  }

  /** A page may ask for a layout that the theme has; all other kinds have theirs. */
  private String layout(CheckedNote note) {
    String own = note.content().kind().word();
    return note.content().kind() == NoteKind.PAGE
        ? note.content()
            .frontMatter()
            .text("layout")
            .filter(name -> name.matches("[a-z][a-z0-9-]*"))
            .filter(name -> theme.layout(name).isPresent())
            .orElse(own)
        : own;
  }

  private LastDoor build() {
    LastDoor door = new LastDoor(research);
    renderPages(door);
    if (theme.layout(DataPages.LAYOUT).isPresent()) {
      research.data().forEach(data -> door.file(data.file(), DataFile.bytes(data.content())));
    }
    if (isSearchable()) {
      search.files().forEach(door::file);
    }
    door.file(Feed.FILE, new Feed(research, links, treeUrl()).bytes());
    difference().ifPresent(changed -> door.file(ChangesFile.ADDRESS, ChangesFile.bytes(changed)));
    return door;
  }

  private Optional<Tree.Difference> difference() {
    if (tree instanceof Tree.Edition edition) {
      return Optional.of(edition.difference());
    }
    return tree instanceof Tree.Working working ? working.difference() : Optional.empty();
  }

  private String treeUrl() {
    String url = research.programme().site().url().toString();
    return tree instanceof Tree.Working working && working.besideEditions()
        ? url + "working/"
        : url;
  }

  /** Each thread has layouts of its own, see {@link Layouts}. */
  private void renderPages(SiteSink sink) {
    Queue<Page> queue = new ConcurrentLinkedQueue<>(pages);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        running.add(threads.submit(() -> renderAll(queue, new Layouts(theme), sink)));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while building the site", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void renderAll(Queue<Page> queue, Layouts layouts, SiteSink sink) {
    for (Page page = queue.poll(); page != null; page = queue.poll()) {
      Map<String, Object> data = Map.of("page", page.data().get(), "site", site);
      String html = layouts.render(page.layout(), data, page.content().get());
      sink.file(Address.file(page.address()), html.getBytes(StandardCharsets.UTF_8));
    }
  }
}
