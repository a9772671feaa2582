package dev.fortnight.cycle;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of a fortnight, in their order. Each may be run at any time and as often as one likes:
 * what is done already is left as it is, and what was broken off is ended.
 */
public enum Step {
  SYNC(
      "fetch the topics",
      "a backlog on GitHub that can be reached; FORTNIGHT_GITHUB_TOKEN where it is private",
      "topics as they are on GitHub",
      "Topics stay as they were, and the next sync sees what this one missed."),
  COLLECT(
      "gather notes and topics",
      "a programme.yml that can be read, and the notes' folder or repository",
      "notes and topics in one place",
      "What was gathered last stays. Mend what is said; the next refresh tries again."),
  CHECK(
      "check what was gathered",
      "what was gathered",
      "what may be published, and what there is to decide on",
      "Nothing is published until it can be checked."),
  WORKING_SITE(
      "publish the working site",
      "what was checked, and a place to publish to",
      "the working site, public",
      "The working site stays as it was. Editions are published none the less."),
  REVIEW(
      "open the review",
      "what was checked, and the sprint's calendar",
      "a review that owners can decide in",
      "Decisions that were made are kept; the next refresh opens it."),
  REMIND(
      "remind of the review",
      "an open review",
      "owners who know that something waits for them",
      "The next refresh reminds them."),
  DEADLINE(
      "close the sprint",
      "the sprint's calendar",
      "a sprint that is signed off; or nothing published, and that said",
      "Nothing is published without a sign-off. An owner signs off, late rather than never."),
  EDITION(
      "publish the edition",
      "a sign-off that cannot be taken back any more",
      "the approved edition, public",
      "The edition waits, whole, and the next refresh publishes it."),
  LIVE(
      "wait until it is live",
      "a publication",
      "a public address that answers with what was published",
      "Nobody is told before it answers. Look at the build of the site where it is hosted."),
  ANNOUNCE(
      "announce the edition",
      "an edition that answers at its public address",
      "subscribers who know of it, once",
      "It is tried again where that cannot tell anybody twice; else a person looks.");

  private final String title;
  private final String needs;
  private final String leaves;
  private final String whenItFails;

  Step(String title, String needs, String leaves, String whenItFails) {
    this.title = title;
    this.needs = needs;
    this.leaves = leaves;
    this.whenItFails = whenItFails;
  }

  /** What it is called on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Step> called(String word) {
    return Stream.of(values()).filter(step -> step.word().equals(word)).findFirst();
  }

  /** What it does, as a request. */
  public String title() {
    return title;
  }

  /** What has to be there before it. */
  public String needs() {
    return needs;
  }

  /** What is there when it is done. */
  public String leaves() {
    return leaves;
  }

  /** What is so when it fails, and who does what then; full sentences. */
  public String whenItFails() {
    return whenItFails;
  }

  /** Whether it works on what was gathered and checked. */
  boolean needsWhatWasChecked() {
    return ordinal() > CHECK.ordinal();
  }

  /**
   * Whether its next time is told by the sprint's calendar or a person, in the programme's time.
   */
  public boolean isByCalendar() {
    return switch (this) {
      case REVIEW, REMIND, DEADLINE, EDITION -> true;
      case SYNC, COLLECT, CHECK, WORKING_SITE, LIVE, ANNOUNCE -> false;
    };
  }
}
