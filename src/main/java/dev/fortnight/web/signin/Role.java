package dev.fortnight.web.signin;

/** What somebody may do in a programme; each role may do what those before it may. */
public enum Role {
  /** Sees what changed and where the programme stands. */
  READER,
  /** Approves and holds items. */
  REVIEWER,
  /** Signs editions off. */
  OWNER;

  public boolean mayActAs(Role needed) {
    return compareTo(needed) >= 0;
  }
}
