package dev.fortnight.publish;

import dev.fortnight.edition.Source;
import dev.fortnight.programme.Programme;

/** The section {@code publish} of an illustrative {@code programme.yml}. */
final class Settings {

  static final Programme.Publication DEFAULT = Source.programme().publication();

  static final Programme.Publication ADOPTING = with(true, DEFAULT.keep());

  private Settings() {}

  static Programme.Publication keeping(int editions) {
    return with(false, editions);
  }

  private static Programme.Publication with(boolean adopt, int keep) {
    return new Programme.Publication(
        DEFAULT.git(), DEFAULT.branch(), DEFAULT.every(), keep, DEFAULT.working(), adopt);
  }
}
