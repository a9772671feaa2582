/**
 * A programme as its {@code research/programme.yml} describes it; the first thing every run reads.
 */
package dev.fortnight.programme;
