package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;

/** How an edition's announcement begins. */
public sealed interface Opening {

  /** With the sentence that is made of what was learned. */
  record Made() implements Opening {}

  /** With an owner's words. */
  record Written(String text) implements Opening {}

  /**
   * An owner wrote something that is not shown, so that what is made stands in its place.
   *
   * @param isErased whether the words are not kept any more; else they may show somebody
   */
  record Withheld(boolean isErased) implements Opening {}

  /** The same as it may be told now: people are entered into the register at any time. */
  default Opening checked(CheckedResearch research) {
    return this instanceof Written written && !Introduction.isHarmless(written.text(), research)
        ? new Withheld(false)
        : this;
  }
}
