package dev.fortnight.site.search;

import java.util.Optional;

/**
 * A word as texts have it.
 *
 * @param number in the order in which its language met it, from 0
 * @param stem empty for one too common to be looked for
 */
record Word(int number, String form, Optional<Stem> stem) {}
