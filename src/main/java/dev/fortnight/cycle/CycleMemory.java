package dev.fortnight.cycle;

import dev.fortnight.edition.EditionMemory;

/**
 * What a process that gathers one programme again and again keeps in mind.
 *
 * @param sources as they were read, and what the checks found in them
 */
record CycleMemory(CollectorMemory sources, EditionMemory editions) {

  static CycleMemory keeping() {
    return new CycleMemory(new CollectorMemory(), new EditionMemory());
  }

  /** For a process that gathers it once. */
  static CycleMemory none() {
    return new CycleMemory(CollectorMemory.none(), EditionMemory.none());
  }
}
