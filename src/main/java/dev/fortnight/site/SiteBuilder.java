package dev.fortnight.site;

import dev.fortnight.check.CheckedData;
import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.check.Weight;
import dev.fortnight.note.Address;
import dev.fortnight.note.NoteKind;
import dev.fortnight.privacy.PersonalData;
import dev.fortnight.site.card.Card;
import dev.fortnight.site.data.CsvFile;
import dev.fortnight.site.search.SearchMemory;
import dev.fortnight.topic.RemovedTopic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes one tree of the public site. It takes checked research only, so what may not be published
 * has no way onto a page. The same research, theme and tree give the same bytes.
 */
public final class SiteBuilder {

  private static final String CARD = "edition/card.png";

  /** Each leaves out what one before it did not show to be wrong; more than some mean the theme. */
  private static final int ROUNDS = 5;

  private final CheckedResearch research;
  private final Theme theme;
  private final Tree tree;
  private final Words words;
  private final Messages messages;
  private final Frame frame;
  private final ResearchGraph graph;
  private final PageDescription description;
  private final List<Page> pages = new ArrayList<>();
  private final Links links;
  private final SearchPage search;
  private final OpenCallPage openCall;
  private final Map<String, Object> site;
  private final Optional<Reuse> reuse;

  private SiteBuilder(CheckedResearch research, Theme theme, Tree tree, Optional<Reuse> reuse) {
    this.reuse = reuse;
    this.research = research;
    this.theme = theme;
    this.tree = tree;
    this.messages = Messages.of(theme, research.programme().language());
    this.words = new Words(research.programme().language(), messages);
    this.frame = new Frame(research, tree, messages);
    this.description = new PageDescription(research.programme(), messages, words);
    this.graph = research.graph();
    this.links = new Links(research, sectionAndTopicAddresses(), ids());
    Cards cards = new Cards(research, graph, links, words, messages, parts());
    SectionPages sections = new SectionPages(research, frame, cards, words, messages, parts());
    TagPages tags = new TagPages(research, frame, cards, words, messages);
    this.search =
        new SearchPage(
            research,
            graph,
            frame,
            sections,
            tags,
            words,
            messages,
            reuse.map(Reuse::search).orElseGet(SearchMemory::none),
            parts());
    List<Map<String, Object>> navigation = sections.navigation();
    if (isSearchable()) {
      navigation.add(search.link());
    }
    this.site = frame.site(navigation);
    site.put("card", research.programme().site().url() + CARD);
    // descriptions tell the programme's id too
    Map<String, Object> told = Map.of("site", site, "id", research.programme().id());
    reuse.ifPresent(earlier -> earlier.begin(told, this::itemsByFile, research));
    this.openCall =
        new OpenCallPage(
            research,
            tree,
            frame,
            cards,
            sections,
            new Doubts(research, graph, sections, cards, words, messages),
            words,
            messages,
            theme.layout(OpenCallPage.LAYOUT).isPresent());
    pages.add(new HomePage(research, tree, frame, cards, sections, openCall, words).page());
    pages.addAll(sections.pages());
    pages.addAll(notePages(new NotePages(research, graph, tree, frame, cards, words, messages)));
    pages.addAll(new TopicPages(research, graph, tree, frame, links, words, messages).pages());
    pages.addAll(new RemovedTopicPages(research, frame, words, messages).pages());
    pages.add(new EditionPage(research, tree, frame, cards, words, messages).page());
    able(new TimelinePage(research, tree, frame, words, messages).page());
    new MatrixPage(research, graph, frame, words, messages).page().ifPresent(this::able);
    openCall.page().ifPresent(this::able);
    tags.pages().forEach(this::able);
    able(search.page());
    new DataPages(research, tree, frame, messages).pages().forEach(this::able);
    able(new FormatsPage(frame, messages).page());
    new RedirectPages(research, frame).pages().forEach(this::able);
    pages.add(
        new Page(
            "404.html",
            "missing",
            () -> "",
            () -> frame.page("404.html", "missing", messages.say("missing.title"))));
  }

  private Set<String> ids() {
    return reuse.map(earlier -> earlier.ids(theme)).orElseGet(theme::ids);
  }

  private TreeParts parts() {
    return reuse.map(Reuse::parts).orElseGet(TreeParts::none);
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
    return build(research, theme, tree, sink, Optional.empty(), SiteProgress.SILENT);
  }

  /**
   * Builds a tree into the folder of an earlier build and leaves the pages that would be the same.
   *
   * @param earlier what is there
   * @param asked the address of a page to explain
   * @param progress told of pages and files
   * @throws dev.fortnight.problem.ProblemException as {@link #build} does
   */
  public static Built update(
      CheckedResearch research,
      Theme theme,
      Tree tree,
      FolderSink sink,
      Earlier earlier,
      Optional<String> asked,
      SiteProgress progress) {
    Optional<Reuse> reuse = Optional.of(new StoredReuse(theme, earlier, sink, asked));
    return build(research, theme, tree, sink, reuse, progress);
  }

  /**
   * Builds a tree again into the place of an earlier build of this process.
   *
   * @param memory of that place; what goes wrong has it forget what is there
   * @throws dev.fortnight.problem.ProblemException as {@link #build} does
   */
  public static Built update(
      CheckedResearch research, Theme theme, Tree tree, KeepingSink sink, SiteMemory memory) {
    Theme same = memory.begin(theme, research, tree);
    try {
      Optional<Reuse> reuse = Optional.of(new RememberedReuse(memory, tree, sink));
      return build(research, same, tree, memory.before(sink), reuse, SiteProgress.SILENT);
    } catch (RuntimeException | Error e) {
      memory.forget();
      throw e;
    }
  }

  private static Built build(
      CheckedResearch research,
      Theme theme,
      Tree tree,
      SiteSink sink,
      Optional<Reuse> reuse,
      SiteProgress progress) {
    Map<String, PersonalData> leftOut = new TreeMap<>();
    Function<String, Optional<byte[]>> letThrough =
        path -> reuse.flatMap(earlier -> earlier.letThrough(path));
    for (int round = 1; true; round++) {
      CheckedResearch rest = leftOut.isEmpty() ? research : research.without(leftOut.keySet());
      SiteBuilder builder = new SiteBuilder(rest, theme, tree.without(leftOut.keySet()), reuse);
      try (LastDoor door = new LastDoor(rest, sink.hold(), letThrough)) {
        builder.write(door, progress);
        Map<String, PersonalData> leaks =
            door.isClosed() ? door.leaks(builder.itemsByFile()) : Map.of();
        if (leaks.isEmpty() || round == ROUNDS) {
          door.open(sink, progress.files());
          builder.writeCard(new OtherFiles(sink, reuse));
          reuse.ifPresent(Reuse::keep);
          Assets.write(rest, theme, sink);
          return builder.built(leftOut);
        }
        leftOut.putAll(leaks);
      }
    }
  }

  /**
   * Writes the same tree as source files for Jekyll: its pages with what their layouts are given,
   * the theme, and all other files as they are.
   *
   * @throws dev.fortnight.problem.ProblemException as {@link #build}
   */
  public static Built exportJekyll(
      CheckedResearch research, Theme theme, Tree tree, SiteSink sink) {
    Built built = build(research, theme, tree, (path, bytes) -> {});
    CheckedResearch rest = built.items().isEmpty() ? research : research.without(built.items());
    SiteBuilder builder =
        new SiteBuilder(rest, theme, tree.without(built.items()), Optional.empty());
    List<String> files = builder.pages.stream().map(page -> Address.file(page.address())).toList();
    for (Page page : builder.pages) {
      Map<String, Object> data = builder.description.with(page.data().get());
      sink.file(
          Address.file(page.address()),
          JekyllSource.page(page.layout(), data, page.content().get()));
    }
    sink.file("_config.yml", JekyllSource.configuration(builder.site, files));
    theme.templates().forEach(sink::file);
    builder.writeOtherFiles(sink);
    builder.writeCard(new OtherFiles(sink, Optional.empty()));
    Assets.write(rest, theme, sink);
    return built;
  }

  /**
   * What the page of each note, by path, and of each topic, as {@code topics/<slug>}, says: a hash
   * that does not depend on the edition.
   */
  public static Map<String, String> fingerprints(CheckedResearch research, Theme theme) {
    SiteBuilder builder =
        new SiteBuilder(research, theme, new Tree.Working(false), Optional.empty());
    Map<String, String> items = builder.itemsByFile();
    Map<String, String> fingerprints = new TreeMap<>();
    for (Page page : builder.pages) {
      String file = Address.file(page.address());
      if (items.containsKey(file) && !page.layout().equals(RedirectPages.LAYOUT)) {
        fingerprints.put(items.get(file), Fingerprints.of(page));
      }
    }
    return fingerprints;
  }

  /** It holds no text that {@link LastDoor} could look at. */
  private void writeCard(OtherFiles files) {
    List<Card.Row> rows =
        research.notes(NoteKind.ASSUMPTION).stream()
            .map(note -> Weight.of(graph.supporting(note), graph.contradicting(note)))
            .map(weight -> new Card.Row(weight.people(), weight.contradicting()))
            .toList();
    String colour = research.programme().site().colour();
    files.write(CARD, List.of(rows, colour), () -> Card.png(rows, colour));
  }

  /** Whose page a file is: a note's by its path, a topic's as {@code topics/<slug>}. */
  private Map<String, String> itemsByFile() {
    Map<String, String> items = new HashMap<>();
    for (CheckedNote note : research.notes()) {
      items.put(Address.file(note.address()), note.content().path());
      note.formerAddresses()
          .forEach(former -> items.put(Address.file(former), note.content().path()));
    }
    research
        .topics()
        .forEach(
            topic -> items.put(Address.file(topic.address()), "topics/" + topic.content().slug()));
    research
        .removedTopics()
        .forEach(topic -> items.put(Address.file(topic.address()), "topics/" + topic.slug()));
    for (CheckedData data : research.data()) {
      items.put(Address.file(data.address()), data.content().path());
      items.put(data.file(), data.content().path());
    }
    return items;
  }

  private Set<String> sectionAndTopicAddresses() {
    Set<String> addresses =
        research.topics().stream().map(topic -> topic.address()).collect(Collectors.toSet());
    if (!addresses.isEmpty()) {
      addresses.add("topics/");
    }
    research.removedTopics().forEach(topic -> addresses.add(topic.address()));
    for (NoteKind kind : NoteKind.values()) {
      if (!research.notes(kind).isEmpty()) {
        addresses.add(kind.folder() + "/");
      }
    }
    addresses.add("");
    return addresses;
  }

  private List<Page> notePages(NotePages data) {
    PartMemory<String> texts = parts().pageTexts();
    return research.notes().stream()
        .map(
            note ->
                new Page(
                    note.address(),
                    layout(note),
                    new Shown.Text(note.content().path()),
                    () -> links.own(note.content(), frame.root(note.address()), texts),
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

  private Built built(Map<String, PersonalData> leftOut) {
    return new Built(
        pages.size(),
        Collections.unmodifiableMap(leftOut),
        reuse.map(Reuse::count).orElse(0),
        reuse.map(Reuse::inputs).orElse(Map.of()),
        reuse.flatMap(Reuse::explanation));
  }

  private void write(SiteSink sink, SiteProgress progress) {
    PageRenderer renderer = new PageRenderer(theme, description, site, reuse, progress.pages());
    SideBySide.run(() -> renderer.render(pages, sink), () -> writeOtherFiles(sink));
  }

  private void writeOtherFiles(SiteSink sink) {
    OtherFiles files = new OtherFiles(sink, reuse);
    SideBySide.run(
        () -> writeIndex(files),
        () ->
            new OpenData(
                    research, new RecordsOfResearch(research, graph, tree, links), files, parts())
                .write(),
        () -> new Feeds(research, graph, tree, links, messages, treeUrl()).write(files));
    if (theme.layout(DataPages.LAYOUT).isPresent()) {
      research
          .data()
          .forEach(
              data ->
                  sink.file(
                      data.file(), CsvFile.bytes(data.content().header(), data.content().rows())));
    }
    sink.file(
        MeetingCalendar.FILE,
        new MeetingCalendar(research, tree, words, messages, openCall.isShown()).bytes());
    if (tree instanceof Tree.Edition edition) {
      Set<String> removed =
          research.removedTopics().stream().map(RemovedTopic::address).collect(Collectors.toSet());
      List<String> worthFinding =
          pages.stream()
              .filter(page -> !page.layout().equals(RedirectPages.LAYOUT))
              .map(Page::address)
              .filter(address -> !removed.contains(address))
              .filter(address -> !address.equals("404.html"))
              .toList();
      new Signposts(research.programme(), edition, messages)
          .write(worthFinding, itemsByFile(), sink);
    }
    tree.whatChanged()
        .ifPresent(changed -> sink.file(ChangesFile.ADDRESS, ChangesFile.published(changed)));
  }

  /** Two thousand files and more, each searched for personal data unless it was already. */
  private void writeIndex(OtherFiles files) {
    if (isSearchable()) {
      search.files().entrySet().parallelStream()
          .forEach(file -> files.write(file.getKey(), file.getValue()));
    }
  }

  private String treeUrl() {
    String url = research.programme().site().url().toString();
    return tree instanceof Tree.Working working && working.besideEditions()
        ? url + "working/"
        : url;
  }
}
