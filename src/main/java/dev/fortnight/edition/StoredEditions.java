package dev.fortnight.edition;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.SiteBuilder;
import dev.fortnight.site.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes editions of what the store holds: what was approved, what their pages say, their files, and
 * any of them again.
 */
final class StoredEditions {

  private final EditionStore store;

  /** As long as nothing else is decided the same is approved. */
  private final Remembered<List<Decision>, Approved> approved = new Remembered<>();

  StoredEditions(EditionStore store) {
    this.store = store;
  }

  /**
   * Signs an edition as it was drafted. Its files are made first, so that one that cannot be made
   * is never signed.
   */
  ApprovedEdition sign(DraftEdition draft) {
    SignedEdition signed =
        draft.edition().hashing(Manifest.tree(Manifest.hashes(draft.pages().site().files())));
    Optional<String> words =
        draft.opening() instanceof Opening.Written written
            ? Optional.of(written.text())
            : Optional.empty();
    Optional<String> audit = Optional.of(store.sign(signed, words));
    MadeSite made =
        draft.pages().with(signed, draft.contents(), approvals(signed, store.decisions()), audit);
    return new ApprovedEdition(
        draft.contents(), draft.facts(), Set.of(), draft.opening(), () -> made);
  }

  /** The edition that signing now would make. */
  DraftEdition draft(DecidedReview decided, Newest newest, String by, Instant at) {
    return draft(decided, newest, by, at, EditionMemory.none());
  }

  /** The same after others, for somebody to look at. */
  DraftEdition draft(
      DecidedReview decided, Newest newest, String by, Instant at, EditionMemory memory) {
    int sprint = decided.review().sprint().number();
    Optional<SignedEdition> previous = last(store.editions());
    int number = previous.map(SignedEdition::number).orElse(0) + 1;
    EditionContents contents =
        EditionContents.compose(approved(store.decisions()), newest, at, memory.draftChecks());
    SignedEdition edition =
        new SignedEdition(
            number,
            sprint,
            by,
            at,
            Optional.empty(),
            undo(newest.programme(), at),
            signed(number, contents, previous),
            new Headlines(contents.research(), previous).standings(),
            contents.research().removedTopics());
    return new DraftEdition(
        edition, contents, facts(edition, previous, contents), decided.opening(), memory);
  }

  /** The same edition under another name, for much less than to draft it again. */
  DraftEdition named(DraftEdition draft, String by) {
    SignedEdition edition = draft.edition().by(by);
    EditionContents contents = draft.contents();
    Tree.Edition facts = facts(edition, draft.facts().difference(), contents);
    return new DraftEdition(edition, contents, facts, draft.opening(), draft.memory());
  }

  private static Optional<Instant> undo(Programme programme, Instant signedAt) {
    Duration window = programme.review().undo();
    return window.isZero() ? Optional.empty() : Optional.of(signedAt.plus(window));
  }

  /**
   * An edition made again from its stored contents. It has the same bytes as when it was signed
   * off, but for what people have taken back since.
   */
  ApprovedEdition edition(int number, Newest newest) {
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
        opening(number, newest),
        () -> EditionPages.of(contents, facts).with(signed, contents, approvals, audit));
  }

  /** How an edition's announcement begins, as it may be told now. */
  Opening opening(int number, Newest newest) {
    return store.openings().getOrDefault(number, new Opening.Made()).checked(newest.research());
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

  private EditionContents again(SignedEdition signed, Newest newest) {
    SortedMap<String, Item> items = new TreeMap<>();
    signed.items().forEach(item -> items.put(item.key(), item(item.hash())));
    Approved approved = new Approved(items, Map.of(), store::content);
    return EditionContents.again(approved, signed.removed(), newest, signed.signedAt());
  }

  static SignedEdition numbered(int number, List<SignedEdition> editions) {
    return editions.stream()
        .filter(edition -> edition.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    "there is no edition " + number, "See 'fortnight review list'."));
  }

  static Optional<SignedEdition> last(List<SignedEdition> editions) {
    return editions.isEmpty() ? Optional.empty() : Optional.of(editions.get(editions.size() - 1));
  }

  private Tree.Edition facts(
      SignedEdition signed, Optional<SignedEdition> previous, EditionContents contents) {
    return facts(signed, difference(contents, previous), contents);
  }

  private Tree.Edition facts(
      SignedEdition signed, Tree.Difference difference, EditionContents contents) {
    List<SignedEdition> editions =
        Stream.concat(
                store.editions().stream().filter(before -> before.number() < signed.number()),
                Stream.of(signed))
            .toList();
    return EditionFacts.of(
        signed, difference, editions, store.decisions(), contents.research().programme());
  }

  Tree.Difference difference(EditionContents contents, Optional<SignedEdition> before) {
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

  Item item(String hash) {
    byte[] bytes =
        store
            .content(hash)
            .orElseThrow(() -> new IllegalStateException("an approved content is missing"));
    return new Item(ItemContent.read(bytes), hash);
  }

  /**
   * The last content of each item that was approved and not held since, with what its approvers
   * were told.
   */
  Approved approved(List<Decision> decisions) {
    return approved.of(decisions, this::read);
  }

  private Approved read(List<Decision> decisions) {
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

  /** The hash of the last content of one item that was approved and not held since. */
  Optional<String> approvedHash(List<Decision> decisions, String key) {
    LastWord word = new LastWord();
    decisions.stream().filter(decision -> decision.item().equals(key)).forEach(word::add);
    return word.approved();
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
  Tree.Difference difference(int from, int to, Newest newest) {
    List<SignedEdition> editions = store.editions();
    return difference(again(numbered(to, editions), newest), Optional.of(numbered(from, editions)));
  }
}
