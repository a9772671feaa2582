package dev.fortnight.cycle;

import dev.fortnight.announce.Announcement;
import dev.fortnight.announce.Announcer;
import dev.fortnight.announce.Outbox;
import dev.fortnight.announce.ReminderOutbox;
import dev.fortnight.announce.slack.AnnouncementWriter;
import dev.fortnight.check.CheckMemory;
import dev.fortnight.check.CheckedResearch;
import dev.fortnight.check.Dossier;
import dev.fortnight.check.ResearchGraph;
import dev.fortnight.edition.ApprovedEdition;
import dev.fortnight.edition.AuditLine;
import dev.fortnight.edition.AuditTrail;
import dev.fortnight.edition.Checklist;
import dev.fortnight.edition.DecidedReview;
import dev.fortnight.edition.Decider;
import dev.fortnight.edition.DraftEdition;
import dev.fortnight.edition.Editions;
import dev.fortnight.edition.Newest;
import dev.fortnight.edition.Outlook;
import dev.fortnight.edition.Remembered;
import dev.fortnight.edition.Review;
import dev.fortnight.edition.UndoWindow;
import dev.fortnight.edition.WorkingSite;
import dev.fortnight.note.NoteSource;
import dev.fortnight.privacy.Register;
import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import dev.fortnight.programme.ProgrammeReader;
import dev.fortnight.publish.Publisher;
import dev.fortnight.site.Theme;
import dev.fortnight.site.Tree;
import dev.fortnight.sprint.Sprint;
import dev.fortnight.sprint.SprintCalendar;
import dev.fortnight.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of a programme's cycle, from what was collected to what subscribers are told. Each method
 * is a step, safe to repeat.
 */
public final class Cycle {

  private final Collected collected;
  private final Newest newest;
  private volatile List<Problem> problems;
  private final Editions editions;
  private final Outbox outbox;
  private final Publisher publisher;
  private final Announcer announcer;
  private final Clock clock;

  /** Making the pages takes longer than anything else that the page of signing off shows. */
  private volatile Optional<Looked> looked = Optional.empty();

  private record Looked(Review review, Checklist checklist) {}

  /** Every text is searched for every participant. */
  private final Remembered<CheckedResearch, List<Dossier>> dossiers = new Remembered<>();

  /** Held while somebody makes what there is to sign off. */
  private final Object looking = new Object();

  private Drafts drafts;

  /** One edition under the names of all who look at it: what has no name in it is made once. */
  private final class Drafts {

    private static final Duration LASTING = Duration.ofMinutes(1);

    private final Review review;
    private final Instant at;
    private final Map<String, DraftEdition> made = new HashMap<>();

    private Drafts(Review review, Instant at) {
      this.review = review;
      this.at = at;
    }

    private boolean isOf(Review other, Instant now) {
      return review.equals(other) && !now.isBefore(at) && now.isBefore(at.plus(LASTING));
    }

    private synchronized DraftEdition by(String name, DecidedReview decided) {
      if (!made.containsKey(name)) {
        Optional<DraftEdition> any = made.values().stream().findFirst();
        made.put(
            name,
            any.map(draft -> editions.named(draft, newest, name))
                .orElseGet(() -> editions.draft(decided, newest, name, at)));
      }
      return made.get(name);
    }
  }

  /**
   * @param checks what they found in the source before
   */
  public Cycle(
      Collected collected,
      Theme theme,
      Editions editions,
      Outbox outbox,
      Publisher publisher,
      Announcer announcer,
      Clock clock,
      CheckMemory checks) {
    this.collected = collected;
    this.editions = editions;
    this.newest =
        Newest.of(collected.snapshot(clock.instant()), collected.unreadable(), theme, checks);
    this.problems =
        Stream.concat(collected.problems().stream(), editions.problems(newest).stream())
            .sorted()
            .toList();
    this.outbox = outbox;
    this.publisher = publisher;
    this.announcer = announcer;
    this.clock = clock;
  }

  /**
   * Collects and checks a programme as it stands.
   *
   * @throws dev.fortnight.problem.ProblemException if its sources cannot be read
   */
  public static Cycle of(Places places, Register register, Database database, Clock clock) {
    Programme programme = ProgrammeReader.read(places.programme()).programme();
    NoteSource.Collected source = places.notes(programme, clock).collect();
    CycleMemory memory = CycleMemory.none();
    Collected collected = Collected.of(places, source, register, database, memory.sources());
    return of(collected, places, database, clock, memory);
  }

  /**
   * @param memory of the time before
   */
  static Cycle of(
      Collected collected, Places places, Database database, Clock clock, CycleMemory memory) {
    Programme programme = collected.programme();
    return new Cycle(
        collected,
        Theme.of(places.programme()),
        new Editions(database, programme, memory.editions()),
        new Outbox(database, programme.id()),
        places.publisher(programme, clock),
        places.announcer(programme),
        clock,
        memory.sources().checks());
  }

  Editions editions() {
    return editions;
  }

  /** What the checks let through. */
  public Newest newest() {
    return newest;
  }

  /** What there is to say about the notes and topics, and about what publishing left out. */
  public List<Problem> problems() {
    return problems;
  }

  private void add(List<Problem> found) {
    problems = Stream.concat(problems.stream(), found.stream()).distinct().sorted().toList();
  }

  public Sprint sprint() {
    return new SprintCalendar(collected.programme().cycle()).at(clock.instant());
  }

  /** Publishes the working site. */
  public Publisher.Outcome publishWorkingSite() {
    return publish(workingSite());
  }

  /** The working site as it is to be now. */
  WorkingSite workingSite() {
    return editions.workingSite(newest, sprint());
  }

  Publisher.Outcome publish(WorkingSite site) {
    Publisher.Outcome outcome = publisher.publish(site);
    add(site.problems());
    add(outcome.warnings());
    return outcome;
  }

  /** What the product owner has to decide on. */
  public Review review() {
    return editions.review(newest, sprint());
  }

  public void approve(Review review, Set<String> items, Decider by) {
    editions.approve(review, newest, items, by, clock.instant());
  }

  /** The same by somebody of whom only their name is known. */
  public void approve(Review review, Set<String> items, String by) {
    approve(review, items, Decider.named(by));
  }

  /**
   * The keys of open items of which the checks have nothing to say and that somebody may approve.
   */
  public Set<String> clean(Review review, Decider by) {
    Set<String> own = editions.own(newest, by);
    return review.open().stream()
        .filter(entry -> entry.problems().isEmpty() && !own.contains(entry.key()))
        .map(Review.Entry::key)
        .collect(Collectors.toSet());
  }

  public void hold(Review review, String item, String by, String reason) {
    editions.hold(review, newest, item, by, clock.instant(), reason);
  }

  /** Where an item differs from its last approved content; all of it where it has none. */
  public List<Tree.Passage> changes(Review.Entry entry) {
    return editions.changes(entry);
  }

  /** The number of the edition that closed this sprint. */
  public Optional<Integer> editionOfSprint() {
    return editions.ofSprint(sprint().number());
  }

  /** What would be signed off now. */
  public Outlook outlook() {
    return editions.outlook(review(), newest, clock.instant());
  }

  /**
   * The edition that signing now would make.
   *
   * @param by the name that it would show
   * @throws dev.fortnight.problem.ProblemException if something is not decided yet
   */
  public DraftEdition draft(String by) {
    synchronized (looking) {
      return draft(review().decided(), by);
    }
  }

  /**
   * What there is to sign off now. To make it takes a while, so whoever has to wait gets what was
   * decided meanwhile, with all others who wait, and nobody makes what is outdated.
   *
   * @param by the name that the edition would show
   * @throws dev.fortnight.problem.ProblemException if there can be no such edition
   */
  public Prospect prospect(String by) {
    Review open = review();
    if (!open.open().isEmpty()) {
      return undecided(open);
    }
    synchronized (looking) {
      Review review = review();
      if (!review.open().isEmpty()) {
        return undecided(review);
      }
      DraftEdition draft = draft(review.decided(), by);
      if (!isLooked(review)) {
        looked =
            Optional.of(
                new Looked(
                    review, editions.checklist(review, newest, problems, Optional.of(draft))));
      }
      return new Prospect(review, Optional.of(draft), looked.orElseThrow().checklist());
    }
  }

  /** Whether {@link #prospect} takes no time, because it is made or nothing can be signed yet. */
  public boolean hasProspect() {
    Review review = review();
    return !review.open().isEmpty() || isLooked(review);
  }

  private boolean isLooked(Review review) {
    return looked.filter(last -> last.review().equals(review)).isPresent();
  }

  private Prospect undecided(Review review) {
    return new Prospect(
        review, Optional.empty(), editions.checklist(review, newest, problems, Optional.empty()));
  }

  /** The same with an owner's words for its announcement. */
  public DraftEdition draft(DecidedReview decided, String by) {
    Instant now = clock.instant();
    DecidedReview plain = decided.introduced(Optional.empty());
    return introduced(drafts(decided.review(), now).by(by, plain), decided);
  }

  /**
   * A draft of a review with an owner's words for its announcement, if there are any.
   *
   * @throws dev.fortnight.problem.ProblemException if they cannot be told as they are
   */
  public DraftEdition introduced(DraftEdition draft, DecidedReview decided) {
    return decided.introduction().isEmpty() ? draft : editions.introduced(draft, decided, newest);
  }

  private synchronized Drafts drafts(Review review, Instant now) {
    if (drafts == null || !drafts.isOf(review, now)) {
      drafts = new Drafts(review, now);
    }
    return drafts;
  }

  /** The words that an owner last signed for the announcement of this sprint's edition. */
  public Optional<String> introduced() {
    return editions.introduced(sprint().number());
  }

  /** How topics, notes and evidence hang together. */
  public ResearchGraph graph() {
    return newest.research().graph();
  }

  /** What a stranger could join up about participants. */
  public List<Dossier> dossiers() {
    return dossiers.of(newest.research(), Dossier::of);
  }

  /** What has to hold before the sprint's edition is signed off, as far as it can be told yet. */
  public Checklist checklist() {
    return editions.checklist(review(), newest, problems, Optional.empty());
  }

  /** The same with the pages of the edition that signing now would make. */
  public Checklist checklist(DraftEdition draft) {
    return editions.checklist(review(), newest, problems, Optional.of(draft));
  }

  /** What subscribers would be told of it. */
  public Announcement announcement(DraftEdition draft) {
    return AnnouncementWriter.write(draft, announcer.channel(), clock.instant(), 0);
  }

  /** What changed between two editions, as far as it may be shown today. */
  public Tree.Difference difference(int from, int to) {
    return editions.difference(from, to, newest);
  }

  /** What of the working site the newest edition does not have; empty before the first. */
  public Optional<Tree.Difference> workingDifference() {
    return editions.workingSite(newest, sprint()).difference();
  }

  /**
   * Signs as one of the owners who have to.
   *
   * @return how many others have to before the edition can be signed off
   */
  public int endorse(DecidedReview decided, Decider by) {
    return editions.endorse(decided, newest, by, clock.instant());
  }

  /** Signs the sprint's edition off. */
  public ApprovedEdition signOff(DecidedReview decided, String by) {
    return editions.signOff(decided, newest, by, clock.instant());
  }

  /** Whether the audit holds. */
  public AuditTrail audit() {
    return editions.audit();
  }

  /** What is in the audit, in the order in which it was decided. */
  public List<AuditLine> auditLines() {
    return editions.auditLines();
  }

  /** How often a sign-off was taken back. */
  public long takenBack() {
    return editions.takenBack();
  }

  /** The edition whose sign-off can still be taken back. */
  public Optional<UndoWindow> undoWindow() {
    return editions.undoWindow();
  }

  /**
   * Lets an edition be published whose sign-off could be taken back until now.
   *
   * @return whether there was one
   */
  boolean release() {
    return editions.release(clock.instant());
  }

  /** Takes the sign-off of an edition back that is not published yet. */
  public void takeBack(int edition, String by) {
    editions.takeBack(edition, newest, by, clock.instant());
  }

  /** The newest edition, made again from what is stored; empty before the first. */
  public Optional<ApprovedEdition> newestEdition() {
    return editions.newest().map(number -> editions.edition(number, newest));
  }

  /** Publishes an edition that was signed off, and keeps in the audit if something is taken out. */
  public Publisher.Outcome publish(ApprovedEdition edition) {
    Publisher.Outcome outcome = publisher.publish(edition);
    if (edition.isAmended()) {
      editions.amended(edition, clock.instant());
    }
    add(edition.problems());
    add(outcome.warnings());
    return outcome;
  }

  /**
   * What those who decide are to be reminded of.
   *
   * @param pace the time of the world outside
   */
  public Reminding reminding(Places places, Database database, Clock pace) {
    return new Reminding(
        this, places, new ReminderOutbox(database, newest.programme().id(), pace), clock);
  }

  /** Where subscribers are told, and what of it has been done. */
  public Announcing announcing(Clock pace) {
    return new Announcing(this, outbox, announcer, clock, pace);
  }
}
