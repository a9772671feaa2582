package dev.fortnight.cycle;

/** Of a process within a test, which ends at one of its next steps and does nothing after that. */
final class Life {

  private int passed;
  private int last = Integer.MAX_VALUE;

  /** What it ends with; nothing catches it. */
  static final class Ended extends Error {

    private Ended() {
      super("the process has ended", null, false, false);
    }
  }

  /** Begins anew. */
  synchronized void endAfter(int steps) {
    passed = 0;
    last = steps;
  }

  synchronized void end() {
    last = passed;
  }

  synchronized void step() {
    if (passed >= last) {
      throw new Ended();
    }
    passed++;
  }

  synchronized boolean isOver() {
    return passed >= last;
  }

  synchronized int passed() {
    return passed;
  }
}
