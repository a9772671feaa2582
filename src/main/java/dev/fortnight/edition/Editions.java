package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.Built;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.SiteTree;
import dev.fortnight.site.Tree;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reviews and editions of a programme: decides, signs off, and makes what is published. */
public final class Editions {

  private final EditionStore store;

  public Editions(Database database, Programme programme) {
    this(EditionStore.in(database, programme.id()));
  }

  /**
   * @param salts 32 hexadecimal digits each, what the hashes of reasons are salted with; a
   *     demonstration that is to give the same bytes each time names its own
   */
  public Editions(Database database, Programme programme, Supplier<String> salts) {
    this(EditionStore.in(database, programme.id(), salts));
  }

  Editions(EditionStore store) {
    this.store = store;
  }

  /** Where the items of a sprint stand. */
  public Review review(Newest newest, Sprint sprint) {
    return Review.of(sprint, newest, newestDecisions());
  }

  private Map<String, Decision> newestDecisions() {
    Map<String, Decision> newest = new HashMap<>();
    store.decisions().forEach(decision -> newest.put(decision.item(), decision));
    return newest;
  }

  /** Approves contents as they were seen. */
  public void approve(Review review, Newest newest, Set<String> keys, String by, Instant at) {
    decide(review, newest, keys, Decision.Verdict.APPROVED, by, at, Optional.empty());
  }

  /** Holds a content back, for a reason. */
  public void hold(Review review, Newest newest, String key, String by, Instant at, String reason) {
    decide(review, newest, Set.of(key), Decision.Verdict.HELD, by, at, Optional.of(reason));
  }

  private void decide(
      Review review,
      Newest newest,
      Set<String> keys,
      Decision.Verdict verdict,
      String by,
      Instant at,
      Optional<String> reason) {
    Approver.check(by, newest.research());
    Map<String, byte[]> contents = new LinkedHashMap<>(newest.blobs());
    List<Decision> decisions = new ArrayList<>();
    for (Review.Entry entry : review.entries()) {
      if (keys.contains(entry.item().key())) {
        Item item = entry.item();
        contents.put(item.hash(), item.content().bytes());
        decisions.add(
            new Decision(
                review.sprint().number(),
                item.key(),
                item.hash(),
                newest.problems().marks(item.key()),
                verdict,
                by,
                at,
                reason));
      }
    }
    if (decisions.size() != keys.size()) {
      throw new ProblemException(
          "there is no such item in this review",
          "See what there is with 'fortnight review list'.");
    }
    store.decide(decisions, contents);
  }

  /** The number of the newest edition; empty before the first. */
  public Optional<Integer> newest() {
    return last(store.editions()).map(SignedEdition::number);
  }

  /** The numbers of all editions, the oldest first. */
  public List<Integer> numbers() {
    return store.editions().stream().map(SignedEdition::number).toList();
  }

  /**
   * What an edition's files hashed to when it was signed off, see {@link Manifest#tree}; empty for
   * editions from before that was kept.
   */
  public Optional<String> signedTree(int number) {
    return numbered(number, store.editions()).tree();
  }

  /** The number of the edition that closed a sprint. */
  public Optional<Integer> ofSprint(int sprint) {
    return store.editions().stream()
        .filter(edition -> edition.sprint() == sprint)
        .map(SignedEdition::number)
        .findFirst();
  }

  /**
   * Signs a sprint's edition off. Its files are made first, so that one that cannot be made is
   * never signed.
   *
   * @param by the name that the approver chose to show
   * @throws ProblemException if the sprint has its edition
   */
  public ApprovedEdition signOff(DecidedReview decided, Newest newest, String by, Instant at) {
    int sprint = decided.review().sprint().number();
    if (ofSprint(sprint).isPresent()) {
      throw new ProblemException(
          "sprint " + sprint + " has its edition already", "The next sprint's edition comes next.");
    }
    Approver.check(by, newest.research());
    if (!review(newest, decided.review().sprint()).equals(decided.review())) {
      throw new ProblemException(
          "somebody has decided on something since this review was read",
          "Look at the review again, then sign off.");
    }
    List<Decision> decisions = store.decisions();
    Optional<SignedEdition> previous = last(store.editions());
    int number = previous.map(SignedEdition::number).orElse(0) + 1;
    EditionContents contents = EditionContents.compose(approved(decisions), newest, at);
    SignedEdition draft =
        new SignedEdition(
            number,
            sprint,
            by,
            at,
            Optional.empty(),
            signed(number, contents, previous),
            new Headlines(contents.research(), previous).standings());
    Tree.Edition facts = facts(draft, previous, contents);
    Pages pages = Pages.of(contents, facts);
    SignedEdition signed = draft.hashing(Manifest.tree(Manifest.hashes(pages.site().files())));
    Optional<String> audit = Optional.of(store.sign(signed));
    MadeSite made = pages.with(signed, contents, approvals(signed, decisions), audit);
    return new ApprovedEdition(contents, facts, Set.of(), () -> made);
  }

  /** Where an item differs from its last approved content; all of it where it has none. */
  public List<Tree.Passage> changes(Review.Entry entry) {
    Optional<Item> before =
        Optional.ofNullable(approved(store.decisions()).items().get(entry.key()));
    return WordDifference.between(
        before.map(item -> PublicText.of(item.content()).blocks()).orElse(List.of()),
        PublicText.of(entry.item().content()).blocks());
  }

  /**
   * What would be signed off now: what is open counts as approved, what is held does not.
   *
   * @throws ProblemException if the look of the site or its title is held and was never approved
   */
  public Outlook outlook(Review review, Newest newest, Instant at) {
    Approved before = approved(store.decisions());
    SortedMap<String, Item> items = new TreeMap<>(before.items());
    Map<String, Set<String>> seen = new HashMap<>(before.seen());
    review
        .open()
        .forEach(
            entry -> {
              items.put(entry.key(), entry.item());
              seen.put(entry.key(), newest.problems().marks(entry.key()));
            });
    Map<String, byte[]> fresh = newest.blobs();
    Blobs blobs = hash -> Optional.ofNullable(fresh.get(hash)).or(() -> store.content(hash));
    EditionContents contents =
        EditionContents.compose(new Approved(items, seen, blobs), newest, at);
    Optional<SignedEdition> previous = last(store.editions());
    return new Outlook(
        previous.map(SignedEdition::number).orElse(0) + 1,
        difference(contents, previous),
        contents.research().withheld());
  }

  /**
   * An edition made again from its stored contents. It has the same bytes as when it was signed
   * off, but for what people have taken back since.
   */
  public ApprovedEdition edition(int number, Newest newest) {
    List<SignedEdition> editions = store.editions();
    SignedEdition signed = numbered(number, editions);
    Optional<SignedEdition> previous =
        editions.stream().filter(edition -> edition.number() == number - 1).findFirst();
    EditionContents contents = again(signed, newest);
    Tree.Edition facts = facts(signed, previous, contents);
    Set<String> takenBack = takenBack(signed, contents);
    Map<String, Decision> approvals = approvals(signed, store.decisions());
    Optional<String> audit = store.audit().signOff(number);
    return new ApprovedEdition(
        contents,
        facts,
        takenBack,
        () -> Pages.of(contents, facts).with(signed, contents, approvals, audit));
  }

  /** Keys of what an edition had, a page or anything at all, and may no longer have. */
  private static Set<String> takenBack(SignedEdition signed, EditionContents contents) {
    Set<String> pages = contents.published().keySet();
    return signed.items().stream()
        .filter(
            item ->
                !contents.items().containsKey(item.key())
                    || item.page().isPresent() && !pages.contains(item.key()))
        .map(SignedEdition.SignedItem::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Keeps in the audit that an edition is published without what was taken back since it was signed
   * off. Doing it again changes nothing.
   */
  public void amended(ApprovedEdition edition, Instant at) {
    store.amend(
        AuditEntry.of(
            edition.facts().sprint(),
            AuditEntry.Action.AMENDED,
            SignedEdition.subject(edition.number()),
            edition.tree(),
            Set.of(),
            "Fortnight",
            at));
  }

  private EditionContents again(SignedEdition signed, Newest newest) {
    SortedMap<String, Item> items = new TreeMap<>();
    signed.items().forEach(item -> items.put(item.key(), item(item.hash())));
    Approved approved = new Approved(items, Map.of(), store::content);
    return EditionContents.again(approved, newest, signed.signedAt());
  }

  private static SignedEdition numbered(int number, List<SignedEdition> editions) {
    return editions.stream()
        .filter(edition -> edition.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    "there is no edition " + number, "See 'fortnight review list'."));
  }

  private static Optional<SignedEdition> last(List<SignedEdition> editions) {
    return editions.isEmpty() ? Optional.empty() : Optional.of(editions.get(editions.size() - 1));
  }

  /** An edition's files before they have a manifest. */
  private record Pages(SiteTree site, Built built) {

    static Pages of(EditionContents contents, Tree.Edition facts) {
      SiteTree.Collector collector = new SiteTree.Collector();
      Built built = SiteBuilder.build(contents.research(), contents.theme(), facts, collector);
      return new Pages(collector.tree(), built);
    }

    MadeSite with(
        SignedEdition signed,
        EditionContents contents,
        Map<String, Decision> approvals,
        Optional<String> audit) {
      byte[] manifest = Manifest.ofEdition(signed, contents, approvals, audit, built.items(), site);
      return new MadeSite(site.with(Manifest.FILE, manifest), built.problems());
    }
  }

  private Tree.Edition facts(
      SignedEdition signed, Optional<SignedEdition> previous, EditionContents contents) {
    List<SignedEdition> editions =
        Stream.concat(
                store.editions().stream().filter(before -> before.number() < signed.number()),
                Stream.of(signed))
            .toList();
    return EditionFacts.of(
        signed, difference(contents, previous), editions, contents.research().programme());
  }

  private Tree.Difference difference(EditionContents contents, Optional<SignedEdition> before) {
    Map<String, String> hashes = new HashMap<>();
    contents.items().forEach((key, item) -> hashes.put(key, item.hash()));
    return new Differences(contents.research(), before, this::item).of(hashes);
  }

  /** The approval of each item that an edition rests on, by key: the last before it was signed. */
  private static Map<String, Decision> approvals(SignedEdition signed, List<Decision> decisions) {
    Map<String, String> hashes = new HashMap<>();
    signed.items().forEach(item -> hashes.put(item.key(), item.hash()));
    return decisions.stream()
        .filter(Decision::isApproval)
        .filter(decision -> decision.hash().equals(hashes.get(decision.item())))
        .filter(decision -> !decision.at().isAfter(signed.signedAt()))
        .collect(Collectors.toMap(Decision::item, decision -> decision, (one, later) -> later));
  }

  private Item item(String hash) {
    byte[] bytes =
        store
            .content(hash)
            .orElseThrow(() -> new IllegalStateException("an approved content is missing"));
    return new Item(ItemContent.read(bytes), hash);
  }

  /** What the checks have to say of the newest source, doubts left out that were answered. */
  public List<Problem> problems(Newest newest) {
    return Answered.check(newest.snapshot(), approved(store.decisions())).problems();
  }

  /** Whether the audit holds, and what is in it. */
  public AuditTrail audit() {
    return store.audit();
  }

  /**
   * The last content of each item that was approved and not held since, with what its approvers
   * were told.
   */
  private Approved approved(List<Decision> decisions) {
    Map<String, LastWord> words = new TreeMap<>();
    for (Decision decision : decisions) {
      words.computeIfAbsent(decision.item(), key -> new LastWord()).add(decision);
    }
    SortedMap<String, Item> items = new TreeMap<>();
    Map<String, Set<String>> seen = new HashMap<>();
    words.forEach(
        (key, word) ->
            word.approved()
                .ifPresent(
                    hash -> {
                      items.put(key, item(hash));
                      seen.put(key, word.seen(hash));
                    }));
    return new Approved(items, seen, store::content);
  }

  private static List<SignedEdition.SignedItem> signed(
      int number, EditionContents contents, Optional<SignedEdition> previous) {
    Map<String, String> pages = SiteBuilder.fingerprints(contents.research(), contents.theme());
    Map<String, SignedEdition.SignedItem> before =
        previous.stream()
            .flatMap(edition -> edition.items().stream())
            .collect(Collectors.toMap(SignedEdition.SignedItem::key, item -> item));
    List<SignedEdition.SignedItem> items = new ArrayList<>();
    for (Item item : contents.items().values()) {
      Optional<String> page = Optional.ofNullable(pages.get(item.key()));
      SignedEdition.SignedItem then = before.get(item.key());
      boolean isSameContent = then != null && then.hash().equals(item.hash());
      boolean isSamePage =
          then != null && (page.isPresent() ? then.page().equals(page) : isSameContent);
      items.add(
          new SignedEdition.SignedItem(
              item.key(),
              item.hash(),
              page,
              isSameContent ? then.approvedIn() : number,
              isSamePage ? then.changedIn() : number));
    }
    return items;
  }

  /**
   * What changed between two editions, as far as it may be shown today.
   *
   * @param from the earlier one
   */
  public Tree.Difference difference(int from, int to, Newest newest) {
    List<SignedEdition> editions = store.editions();
    return difference(again(numbered(to, editions), newest), Optional.of(numbered(from, editions)));
  }

  /** The working site as it is to be now. */
  public WorkingSite workingSite(Newest newest, Sprint sprint) {
    Set<String> held =
        review(newest, sprint).held().stream().map(Review.Entry::key).collect(Collectors.toSet());
    Approved approved = approved(store.decisions());
    CheckedResearch research = WorkingContents.compose(approved, newest, held);
    List<SignedEdition> editions = store.editions();
    Optional<SignedEdition> last = last(editions);
    Optional<Tree.Difference> difference =
        last.map(
            edition ->
                new Differences(research, last, this::item)
                    .of(WorkingContents.hashes(research, approved, newest)));
    List<Tree.Past> past = PastEditions.of(editions, newest.programme().cycle().zone());
    return new WorkingSite(research, newest.theme(), difference, past);
  }
}
