package dev.fortnight.cycle;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.edition.EditionMemory;

/**
 * What a process that gathers one programme again and again keeps in mind.
 *
 * @param checks of the newest source
 */
record CycleMemory(CollectorMemory sources, CheckMemory checks, EditionMemory editions) {

  static CycleMemory keeping() {
    CollectorMemory sources = new CollectorMemory();
    return new CycleMemory(sources, sources.checks(), new EditionMemory());
  }

  /** For a process that gathers it once. */
  static CycleMemory none() {
    return new CycleMemory(new CollectorMemory(), CheckMemory.none(), EditionMemory.none());
  }
}
