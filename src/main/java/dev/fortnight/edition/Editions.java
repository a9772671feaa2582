package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.SourceLocation;
import dev.fortnight.programme.Programme;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reviews and editions of a programme: decides, signs off, and makes what is published. */
public final class Editions {

  private final EditionStore store;
  private final StoredEditions stored;
  private final EditionMemory memory;

  /** Contents never change, so neither does how two of them differ. */
  private final Map<Contents, List<Tree.Passage>> compared = new ConcurrentHashMap<>();

  /**
   * @param before a hash; empty where nothing was approved
   */
  private record Contents(String before, String after) {}

  /** A page asks for it several times, and many pages do at once. */
  private final Remembered<Reviewed, Review> reviewed = new Remembered<>();

  private record Reviewed(Newest newest, Sprint sprint, List<Decision> decisions) {

    Review review() {
      Map<String, Decision> last = new HashMap<>();
      decisions.forEach(decision -> last.put(decision.item(), decision));
      return Review.of(sprint, newest, last);
    }
  }

  public Editions(Database database, Programme programme) {
    this(database, programme, EditionMemory.none());
  }

  /**
   * @param memory of what was made before of the same programme
   */
  public Editions(Database database, Programme programme, EditionMemory memory) {
    this(EditionStore.in(database, programme.id()), memory);
  }

  /**
   * @param salts 32 hexadecimal digits each, what the hashes of reasons are salted with; a
   *     demonstration that is to give the same bytes each time names its own
   */
  public Editions(Database database, Programme programme, Supplier<String> salts) {
    this(EditionStore.in(database, programme.id(), salts));
  }

  Editions(EditionStore store) {
    this(store, EditionMemory.none());
  }

  private Editions(EditionStore store, EditionMemory memory) {
    this.store = store;
    this.memory = memory;
    this.stored = new StoredEditions(store);
  }

  /** Where the items of a sprint stand. */
  public Review review(Newest newest, Sprint sprint) {
    return reviewed.of(new Reviewed(newest, sprint, store.decisions()), Reviewed::review);
  }

  /**
   * Approves contents as they were seen.
   *
   * @throws ProblemException if somebody else has to, see {@link #own}
   */
  public void approve(Review review, Newest newest, Set<String> keys, Decider by, Instant at) {
    OwnNotes.refuse(keys, by, newest);
    decide(review, newest, keys, Decision.Verdict.APPROVED, by.name(), at, Optional.empty());
  }

  /** The same by somebody of whom only their name is known. */
  public void approve(Review review, Newest newest, Set<String> keys, String by, Instant at) {
    approve(review, newest, keys, Decider.named(by), at);
  }

  /** The keys of what somebody wrote and may therefore not approve. */
  public Set<String> own(Newest newest, Decider decider) {
    return OwnNotes.of(decider, newest);
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

  /** The number of the newest edition that may be published; empty before the first. */
  public Optional<Integer> newest() {
    return StoredEditions.last(released()).map(SignedEdition::number);
  }

  /** The numbers of all editions that may be published, the oldest first. */
  public List<Integer> numbers() {
    return released().stream().map(SignedEdition::number).toList();
  }

  private List<SignedEdition> released() {
    return store.editions().stream().filter(SignedEdition::isReleased).toList();
  }

  /** The edition whose sign-off can still be taken back; there is one at most. */
  public Optional<UndoWindow> undoWindow() {
    return StoredEditions.last(store.editions()).flatMap(UndoWindow::of);
  }

  /**
   * Lets an edition be published whose sign-off could be taken back until now.
   *
   * @return whether there was one
   */
  public boolean release(Instant now) {
    return undoWindow().isPresent() && !store.release(now).isEmpty();
  }

  /**
   * Takes the sign-off of an edition back that is not published yet. What was decided on its items
   * stays decided.
   *
   * @throws ProblemException if it is too late, or there is no such edition
   */
  public void takeBack(int number, Newest newest, String by, Instant at) {
    Approver.check(by, newest.research());
    store.takeBack(number, by, at);
  }

  /**
   * What the files of each edition hashed to when it was signed off, by its number, see {@link
   * Manifest#tree}; without editions from before that was kept.
   */
  public Map<Integer, String> signedTrees() {
    Map<Integer, String> trees = new HashMap<>();
    for (SignedEdition edition : store.editions()) {
      edition.tree().ifPresent(tree -> trees.put(edition.number(), tree));
    }
    return trees;
  }

  /** The number of the edition that closed a sprint. */
  public Optional<Integer> ofSprint(int sprint) {
    return store.editions().stream()
        .filter(edition -> edition.sprint() == sprint)
        .map(SignedEdition::number)
        .findFirst();
  }

  /**
   * Signs a review as one of several owners who have to. Signing the same again changes nothing.
   *
   * @return how many others have to sign the same before the edition can be signed off
   */
  public int endorse(DecidedReview decided, Newest newest, Decider by, Instant at) {
    checkSignable(decided, newest, by.name(), at);
    int needed = newest.programme().review().approvals();
    if (needed == 1) {
      return 0;
    }
    sound(decided, newest, by.name(), at);
    return Math.max(0, needed - store.endorse(Endorsement.of(decided, by, at)));
  }

  /**
   * Signs a sprint's edition off. Its files are made first, so that one that cannot be made is
   * never signed.
   *
   * @param by the name that the approver chose to show
   * @throws ProblemException if the sprint has its edition, or fewer owners than the programme asks
   *     for have endorsed this very review
   */
  public ApprovedEdition signOff(DecidedReview decided, Newest newest, String by, Instant at) {
    checkSignable(decided, newest, by, at);
    int needed = newest.programme().review().approvals();
    if (needed > 1 && store.endorsements(Endorsement.hash(decided)) < needed) {
      throw new ProblemException(
          "fewer than " + needed + " owners have signed this review as it is now",
          "Each of them signs off; the edition comes with the last.");
    }
    return stored.sign(sound(decided, newest, by, at));
  }

  /** The edition that signing makes, when everything holds that has to. */
  private DraftEdition sound(DecidedReview decided, Newest newest, String by, Instant at) {
    DraftEdition draft = stored.draft(decided, newest, by, at);
    checklist(decided.review(), newest, List.of(), Optional.of(draft)).check();
    return draft;
  }

  /**
   * What has to hold before a review is signed off.
   *
   * @param all what there is to say of the newest source, see {@link #problems}
   * @param draft the edition that would be signed, whose pages are looked at too; empty while
   *     something is open
   */
  public Checklist checklist(
      Review review, Newest newest, List<Problem> all, Optional<DraftEdition> draft) {
    Checking checking = new Checking(review, all);
    draft.ifPresent(
        edition ->
            checking.pages(edition, () -> newest().map(number -> stored.edition(number, newest))));
    return checking.list();
  }

  private void checkSignable(DecidedReview decided, Newest newest, String by, Instant at) {
    int sprint = decided.review().sprint().number();
    if (ofSprint(sprint).isPresent()) {
      throw new ProblemException(
          "sprint " + sprint + " has its edition already", "The next sprint's edition comes next.");
    }
    Approver.check(by, newest.research());
    decided.introduction().ifPresent(words -> Introduction.check(words, newest.research()));
    store.release(at);
    undoWindow().ifPresent(Editions::refuseBefore);
    if (!review(newest, decided.review().sprint()).equals(decided.review())) {
      throw new ProblemException(
          "somebody has decided on something since this review was read",
          "Look at the review again, then sign off.");
    }
  }

  private static void refuseBefore(UndoWindow window) {
    throw new ProblemException(
        "edition " + window.number() + " is signed off and not published yet",
        "Sign off when it is published, or take it back with 'fortnight review undo'.");
  }

  /** Where an item differs from its last approved content; all of it where it has none. */
  public List<Tree.Passage> changes(Review.Entry entry) {
    Optional<String> before = stored.approvedHash(store.decisions(), entry.key());
    return compared.computeIfAbsent(
        new Contents(before.orElse(""), entry.item().hash()),
        contents ->
            WordDifference.between(
                before
                    .map(hash -> PublicText.of(stored.item(hash).content()).blocks())
                    .orElse(List.of()),
                PublicText.of(entry.item().content()).blocks()));
  }

  /**
   * What would be signed off now: what is open counts as approved, what is held does not.
   *
   * @throws ProblemException if the look of the site or its title is held and was never approved
   */
  public Outlook outlook(Review review, Newest newest, Instant at) {
    Approved before = stored.approved(store.decisions());
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
    Optional<SignedEdition> previous = StoredEditions.last(store.editions());
    return new Outlook(
        previous.map(SignedEdition::number).orElse(0) + 1,
        stored.difference(contents, previous),
        contents.research().withheld());
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

  /** What the checks have to say of the newest source, doubts left out that were answered. */
  public List<Problem> problems(Newest newest) {
    List<Problem> problems =
        Answered.check(newest.snapshot(), stored.approved(store.decisions())).problems();
    return Stream.concat(problems.stream(), unspoken(newest)).toList();
  }

  private Stream<Problem> unspoken(Newest newest) {
    return openings(newest).entrySet().stream()
        .filter(opening -> opening.getValue().equals(new Opening.Withheld(false)))
        .map(
            opening ->
                Problem.warning(
                    "personal-data",
                    SourceLocation.file("edition " + opening.getKey()),
                    "the introduction of its announcement may show somebody, so subscribers are"
                        + " told what was learned instead",
                    "Nothing needs doing for that. The words stay in the audit, for those who"
                        + " review to see."));
  }

  /** What is in the audit, in the order in which it was decided. */
  public List<AuditLine> auditLines() {
    return store.auditLines();
  }

  /** How often a sign-off was taken back. */
  public long takenBack() {
    String words = AuditEntry.Action.TAKEN_BACK.words();
    return store.auditLines().stream().filter(line -> line.did().equals(words)).count();
  }

  /** Whether the audit holds. */
  public AuditTrail audit() {
    return store.audit();
  }

  /**
   * An edition made again from its stored contents. It has the same bytes as when it was signed
   * off, but for what people have taken back since.
   *
   * @throws ProblemException if there is none, or its sign-off can still be taken back
   */
  public ApprovedEdition edition(int number, Newest newest) {
    if (undoWindow().filter(window -> window.number() == number).isPresent()) {
      throw new ProblemException(
          "the sign-off of edition " + number + " can still be taken back, so it is not published",
          "Wait until the time for that is over.");
    }
    return stored.edition(number, newest);
  }

  /**
   * What changed between two editions, as far as it may be shown today.
   *
   * @param from the earlier one
   */
  public Tree.Difference difference(int from, int to, Newest newest) {
    return stored.difference(from, to, newest);
  }

  /** The words that an owner last signed for the announcement of a sprint's edition. */
  public Optional<String> introduced(int sprint) {
    return store.introduced(sprint);
  }

  /** How announcements begin that were given an owner's words, as they may be told now. */
  public Map<Integer, Opening> openings(Newest newest) {
    Map<Integer, Opening> openings = new TreeMap<>();
    store
        .openings()
        .forEach((number, opening) -> openings.put(number, opening.checked(newest.research())));
    return openings;
  }

  /**
   * The edition that signing now would make.
   *
   * @throws ProblemException if its introduction cannot be told as it is
   */
  public DraftEdition draft(DecidedReview decided, Newest newest, String by, Instant at) {
    Approver.check(by, newest.research());
    decided.introduction().ifPresent(words -> Introduction.check(words, newest.research()));
    return stored.draft(decided, newest, by, at, memory);
  }

  /**
   * A draft under the name of somebody else.
   *
   * @throws ProblemException if it is no name to be shown
   */
  public DraftEdition named(DraftEdition draft, Newest newest, String by) {
    Approver.check(by, newest.research());
    return stored.named(draft, by);
  }

  /**
   * A draft with the words of another opening.
   *
   * @throws ProblemException if they cannot be told as they are
   */
  public DraftEdition introduced(DraftEdition draft, DecidedReview decided, Newest newest) {
    decided.introduction().ifPresent(words -> Introduction.check(words, newest.research()));
    return draft.opened(decided.opening());
  }

  /** The working site as it is to be now. */
  public WorkingSite workingSite(Newest newest, Sprint sprint) {
    Set<String> held =
        review(newest, sprint).held().stream().map(Review.Entry::key).collect(Collectors.toSet());
    List<Decision> decisions = store.decisions();
    Approved approved = stored.approved(decisions);
    CheckedResearch research =
        WorkingContents.compose(approved, newest, held, memory.workingChecks());
    List<SignedEdition> editions = released();
    Optional<SignedEdition> last = StoredEditions.last(editions);
    Optional<Tree.Difference> difference =
        last.map(
            edition ->
                new Differences(research, last, stored::item)
                    .of(WorkingContents.hashes(research, approved, newest)));
    List<Tree.Past> past = PastEditions.of(editions, decisions, newest.programme().cycle().zone());
    return new WorkingSite(research, newest.theme(), difference, past, memory.workingSites());
  }
}
