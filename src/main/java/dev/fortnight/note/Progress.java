package dev.fortnight.note;

/** Hears how many of a number of things are done, from several threads. */
public interface Progress {

  /** Where nobody looks on. */
  Progress SILENT = (done, all) -> {};

  void at(int done, int all);
}
