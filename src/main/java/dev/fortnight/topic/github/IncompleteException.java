package dev.fortnight.topic.github;

/** One entry of an answer lacks what it cannot do without; says what, and nothing that is in it. */
final class IncompleteException extends Exception {

  IncompleteException(String what) {
    super(what);
  }
}
