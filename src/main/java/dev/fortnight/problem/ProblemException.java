package dev.fortnight.problem;

/** Stops a step because its environment is broken; carries what to tell the person who runs it. */
public final class ProblemException extends RuntimeException {

  private final String remedy;

  public ProblemException(String what, String remedy) {
    this(what, remedy, null);
  }

  public ProblemException(String what, String remedy, Throwable cause) {
    super(what, cause);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }

  /** What happened and what to do next, as full sentences. */
  public String advice() {
    return getMessage() + ". " + remedy;
  }
}
