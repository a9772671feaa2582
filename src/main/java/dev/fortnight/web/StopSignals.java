package dev.fortnight.web;

import io.quarkus.runtime.Quarkus;
import java.util.List;
import sun.misc.Signal;

/**
 * Makes a stop that was asked for a success: by itself a Java process that gets SIGTERM ends with
 * status 143.
 */
final class StopSignals {

  private static volatile boolean isStopping;

  private StopSignals() {}

  static void listen() {
    for (String name : List.of("TERM", "INT")) {
      Signal.handle(new Signal(name), signal -> stop());
    }
  }

  private static void stop() {
    isStopping = true;
    Quarkus.asyncExit(0);
  }

  /** Returns when a signal came, even before the server was up. */
  static void await() {
    if (!isStopping) {
      Quarkus.waitForExit();
    }
  }
}
