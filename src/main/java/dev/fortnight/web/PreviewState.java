package dev.fortnight.web;

import dev.fortnight.problem.Problem;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a preview shows at the moment; whoever waits is told when that changes. */
public final class PreviewState {

  private static final long HEARTBEAT_SECONDS = 15;

  private final Path folder;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Shown shown = new Shown(0, List.of(), Optional.empty(), Optional.empty());
  private boolean isClosed;

  /**
   * What pages are told.
   *
   * @param number of the build, which grows with each that changed something
   * @param problems as they may be printed
   * @param failure why nothing could be built, so that the pages are older ones
   * @param site the address that the site is meant for
   */
  record Shown(int number, List<Problem> problems, Optional<Problem> failure, Optional<URI> site) {}

  /**
   * @param folder that the site is built into
   */
  public PreviewState(Path folder) {
    this.folder = folder;
  }

  /** After a build. */
  public void built(List<Problem> problems, URI site) {
    show(new Shown(shown().number() + 1, problems, Optional.empty(), Optional.of(site)));
  }

  /** After one that could not be done; what was there before stays, and so do its problems. */
  public void failed(Problem why) {
    Shown before = shown();
    show(new Shown(before.number() + 1, before.problems(), Optional.of(why), before.site()));
  }

  private void show(Shown next) {
    lock.lock();
    try {
      shown = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Path folder() {
    return folder;
  }

  Shown shown() {
    lock.lock();
    try {
      return shown;
    } finally {
      lock.unlock();
    }
  }

  int number() {
    return shown().number();
  }

  /** Returns when another build is shown, and from time to time. */
  void awaitOther(int number) throws InterruptedException {
    lock.lock();
    try {
      if (shown.number() == number && !isClosed) {
        changed.await(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return isClosed;
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      isClosed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
