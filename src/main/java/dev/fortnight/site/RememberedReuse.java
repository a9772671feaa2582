package dev.fortnight.site;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.note.Address;
import dev.fortnight.site.search.SearchMemory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Goes by what a build of the same process has made, without hashing it. */
final class RememberedReuse implements Reuse {

  private static final String INDEX = "index.html";

  private final SiteMemory memory;
  private final Tree tree;
  private final KeepingSink sink;
  private final Map<String, SiteMemory.Made> made;
  private final Set<String> madeAnew = ConcurrentHashMap.newKeySet();
  private final Map<String, byte[]> keptFiles = new ConcurrentHashMap<>();
  private final Map<String, byte[]> newFiles = new ConcurrentHashMap<>();
  private Map<String, Object> site;
  private CheckedResearch research;
  private boolean isSameSite;

  RememberedReuse(SiteMemory memory, Tree tree, KeepingSink sink) {
    this.memory = memory;
    this.tree = tree;
    this.sink = sink;
    this.made = new ConcurrentHashMap<>(2 * memory.pages());
  }

  @Override
  public void begin(
      Map<String, Object> told, Supplier<Map<String, String>> items, CheckedResearch shown) {
    if (site != null) {
      memory.parts().changed(Optional.empty()); // items were left out of it since
    }
    site = told;
    research = shown;
    isSameSite = memory.isSame(told);
    memory.includes().begin(told.get("site"), isSameSite);
    made.clear();
    madeAnew.clear();
    keptFiles.clear();
    newFiles.clear();
  }

  @Override
  public boolean has(Page page) {
    SiteMemory.Made earlier = memory.page(page.address());
    boolean isThere =
        isSameSite
            && earlier != null
            && earlier.layout().equals(page.layout())
            && memory.parts().isAsBefore(page.shown(), earlier.mentions()::isAnyOf);
    if (isThere) {
      made.put(page.address(), earlier);
    }
    return isThere;
  }

  @Override
  public boolean has(Page page, Map<String, Object> said, String text) {
    SiteMemory.Made earlier = memory.page(page.address());
    boolean isThere = isSameSite && earlier != null && earlier.isOf(page.layout(), said, text);
    made.put(
        page.address(),
        isThere
            ? earlier
            : new SiteMemory.Made(Address.file(page.address()), page.layout(), said, text));
    if (!isThere) {
      madeAnew.add(page.address());
    }
    return isThere;
  }

  @Override
  public boolean hasFile(String path, byte[] bytes) {
    boolean isThere = memory.holds(path, bytes);
    (isThere ? keptFiles : newFiles).put(path, bytes);
    return isThere;
  }

  @Override
  public Optional<byte[]> letThrough(String path) {
    return memory.letThrough(path);
  }

  @Override
  public void keep() {
    made.entrySet().parallelStream()
        .filter(page -> !madeAnew.contains(page.getKey()))
        .forEach(page -> sink.kept(page.getValue().file()));
    memory.keepPages(this::isKept);
    keptFiles.keySet().forEach(sink::kept);
    memory.keepFiles(keptFiles);
    memory.keepFiles(newFiles);
    memory.keep(site, made, research, tree);
  }

  private boolean isKept(String file) {
    String address =
        file.endsWith(INDEX) ? file.substring(0, file.length() - INDEX.length()) : file;
    return made.containsKey(address) && !madeAnew.contains(address);
  }

  @Override
  public int count() {
    return made.size() - madeAnew.size();
  }

  /** None: nothing of it is stored. */
  @Override
  public Map<String, PageInputs> inputs() {
    return Map.of();
  }

  @Override
  public Optional<Explanation> explanation() {
    return Optional.empty();
  }

  @Override
  public SearchMemory search() {
    return memory.search();
  }

  @Override
  public TreeParts parts() {
    return memory.parts();
  }

  @Override
  public Set<String> ids(Theme theme) {
    return memory.ids();
  }

  @Override
  public Layouts layouts(Theme theme) {
    return memory.layouts();
  }

  @Override
  public void giveBack(Layouts layouts) {
    memory.giveBack(layouts);
  }
}
