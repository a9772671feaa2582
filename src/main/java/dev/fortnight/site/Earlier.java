package dev.fortnight.site;

import java.util.Optional;

/** What an earlier build left in the folder that a site is built into. */
public interface Earlier {

  /** There was none. */
  Earlier NOTHING =
      new Earlier() {
        @Override
        public boolean has(String file, PageInputs inputs) {
          return false;
        }

        @Override
        public Optional<PageInputs> inputs(String file) {
          return Optional.empty();
        }
      };

  /**
   * Whether a page is there as these inputs make it, and was let through by the same search for
   * personal data.
   *
   * @param file relative to the tree's root
   */
  boolean has(String file, PageInputs inputs);

  /** What it made a page of; empty where it made no such page. */
  Optional<PageInputs> inputs(String file);
}
