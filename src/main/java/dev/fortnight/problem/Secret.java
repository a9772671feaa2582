package dev.fortnight.problem;

/**
 * A token or password; whatever prints it prints {@code ***}. Tokens come from the environment only
 * and go nowhere but into the request they are for.
 */
public final class Secret {

  private final String value;

  /**
   * @param value white space around it is dropped, as files and shells leave it there
   * @throws ProblemException if it is empty or could break out of a header; the message does not
   *     repeat it
   */
  public Secret(String value) {
    this.value = value.strip();
    if (!this.value.matches("[\\x21-\\x7e]+")) {
      throw new ProblemException(
          "a token is empty or holds characters that no token has",
          "Copy it again, in one line and without quotation marks.");
    }
  }

  /** What it hides, for the one request that needs it. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.value.equals(value);
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
