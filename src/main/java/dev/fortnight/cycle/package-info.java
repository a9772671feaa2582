/** The steps of a run, in one place and in order. */
package dev.fortnight.cycle;
