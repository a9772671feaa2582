package dev.fortnight.edition;

import dev.fortnight.check.Snapshot;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.SiteBuilder;
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
import java.util.stream.Collectors;

/** The reviews and editions of a programme: decides, signs off, and makes what is published. */
public final class Editions {

  private final EditionStore store;

  public Editions(Database database, Programme programme) {
    this(EditionStore.in(database, programme.id()));
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
    Map<String, byte[]> contents = new LinkedHashMap<>(newest.blobs());
    List<Decision> decisions = new ArrayList<>();
    for (Review.Entry entry : review.entries()) {
      if (keys.contains(entry.item().key())) {
        Item item = entry.item();
        contents.put(item.hash(), item.content().bytes());
        decisions.add(
            new Decision(
                review.sprint().number(), item.key(), item.hash(), verdict, by, at, reason));
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
    List<SignedEdition> editions = store.editions();
    return editions.isEmpty()
        ? Optional.empty()
        : Optional.of(editions.get(editions.size() - 1).number());
  }

  /** The number of the edition that closed a sprint. */
  public Optional<Integer> ofSprint(int sprint) {
    return store.editions().stream()
        .filter(edition -> edition.sprint() == sprint)
        .map(SignedEdition::number)
        .findFirst();
  }

  /**
   * Signs a sprint's edition off.
   *
   * @param by the name that the approver chose to show
   * @throws ProblemException if something is not decided yet, or the sprint has its edition
   */
  public ApprovedEdition signOff(Review review, Newest newest, String by, Instant at) {
    if (!review.open().isEmpty()) {
      throw new ProblemException(
          review.open().size() + " items are not decided yet",
          "Approve or hold each of them, then sign off.");
    }
    int sprint = review.sprint().number();
    if (ofSprint(sprint).isPresent()) {
      throw new ProblemException(
          "sprint " + sprint + " has its edition already", "The next sprint's edition comes next.");
    }
    List<SignedEdition> before = store.editions();
    Optional<SignedEdition> previous =
        before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1));
    int number = previous.map(SignedEdition::number).orElse(0) + 1;
    EditionContents contents = EditionContents.compose(lastApproved(), newest, at);
    List<SignedEdition.SignedItem> items = signed(number, contents, previous);
    SignedEdition signed =
        new SignedEdition(
            number,
            sprint,
            by,
            at,
            items,
            new Headlines(contents.research(), previous).standings());
    store.sign(signed);
    return edition(signed, previous, contents, newest.programme());
  }

  /**
   * An edition made again from its stored contents; consent, expiry and deletion count as they are
   * now.
   */
  public ApprovedEdition edition(int number, Newest newest) {
    List<SignedEdition> editions = store.editions();
    SignedEdition signed =
        editions.stream()
            .filter(edition -> edition.number() == number)
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        "there is no edition " + number, "See 'fortnight review list'."));
    Optional<SignedEdition> previous =
        editions.stream().filter(edition -> edition.number() == number - 1).findFirst();
    SortedMap<String, Item> items = new TreeMap<>();
    signed.items().forEach(item -> items.put(item.key(), item(item.hash())));
    EditionContents contents =
        EditionContents.compose(new Approved(items, store::content), newest, signed.signedAt());
    return edition(signed, previous, contents, newest.programme());
  }

  private Item item(String hash) {
    byte[] bytes =
        store
            .content(hash)
            .orElseThrow(() -> new IllegalStateException("an approved content is missing"));
    return new Item(ItemContent.read(bytes), hash);
  }

  /** What has been approved, so that doubts about it are settled. */
  public Snapshot.Answers answers() {
    Approved approved = lastApproved();
    return Snapshot.Answers.of(approved::isApproved, approved::isApproved);
  }

  private Approved lastApproved() {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Decision decision : store.decisions()) {
      if (decision.verdict() == Decision.Verdict.APPROVED) {
        hashes.put(decision.item(), decision.hash());
      }
    }
    SortedMap<String, Item> items = new TreeMap<>();
    hashes.forEach((key, hash) -> items.put(key, item(hash)));
    return new Approved(items, store::content);
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

  private ApprovedEdition edition(
      SignedEdition signed,
      Optional<SignedEdition> previous,
      EditionContents contents,
      Programme programme) {
    Map<String, String> titlesBefore =
        previous.stream()
            .flatMap(edition -> edition.items().stream())
            .collect(
                Collectors.toMap(SignedEdition.SignedItem::key, item -> item(item.hash()).title()));
    Tree.Edition facts =
        EditionFacts.of(signed, previous, titlesBefore, contents.research(), programme);
    byte[] manifest = Manifest.write(facts, signed.signedAt(), contents);
    return new ApprovedEdition(contents, facts, manifest);
  }

  /** The working site as it is to be now. */
  public WorkingSite workingSite(Newest newest, Sprint sprint) {
    Set<String> held =
        review(newest, sprint).entries().stream()
            .filter(entry -> entry.state() instanceof ItemState.Held)
            .map(entry -> entry.item().key())
            .collect(Collectors.toSet());
    return new WorkingSite(WorkingContents.compose(lastApproved(), newest, held), newest.theme());
  }
}
