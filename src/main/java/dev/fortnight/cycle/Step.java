package dev.fortnight.cycle;

/** The steps of a fortnight, in their order. */
public enum Step {
  TOPICS("topics are as they are on GitHub"),
  COLLECT("notes and topics gathered"),
  CHECK("what may be published is known"),
  WORKING_SITE("the working site is public"),
  REVIEW("the product owner decides on what changed"),
  REMIND("those who decide know what waits for them"),
  EDITION("the approved edition is public"),
  ANNOUNCE("subscribers know of it");

  private final String outcome;

  Step(String outcome) {
    this.outcome = outcome;
  }

  /** What is so when the step is done. */
  public String outcome() {
    return outcome;
  }
}
