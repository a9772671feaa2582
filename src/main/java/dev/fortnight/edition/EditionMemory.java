package dev.fortnight.edition;

import dev.fortnight.check.CheckMemory;
import dev.fortnight.site.TreeMemory;

/**
 * What a process that drafts editions and publishes working sites again and again need not check
 * and make again. What is signed off is always made from nothing.
 */
public final class EditionMemory {

  private final CheckMemory draftChecks;
  private final TreeMemory drafts;
  private final CheckMemory workingChecks;
  private final TreeMemory workingSites;
  private final ReadPages readPages;

  public EditionMemory() {
    this(new CheckMemory(), new TreeMemory(), new CheckMemory(), new TreeMemory(), new ReadPages());
  }

  private EditionMemory(
      CheckMemory draftChecks,
      TreeMemory drafts,
      CheckMemory workingChecks,
      TreeMemory workingSites,
      ReadPages readPages) {
    this.draftChecks = draftChecks;
    this.drafts = drafts;
    this.workingChecks = workingChecks;
    this.workingSites = workingSites;
    this.readPages = readPages;
  }

  /** For a process that does it once. */
  public static EditionMemory none() {
    return new EditionMemory(
        CheckMemory.none(),
        TreeMemory.none(),
        CheckMemory.none(),
        TreeMemory.none(),
        ReadPages.none());
  }

  CheckMemory draftChecks() {
    return draftChecks;
  }

  TreeMemory drafts() {
    return drafts;
  }

  CheckMemory workingChecks() {
    return workingChecks;
  }

  TreeMemory workingSites() {
    return workingSites;
  }

  ReadPages readPages() {
    return readPages;
  }
}
