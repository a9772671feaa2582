/** Decides what may be published: the checks, and {@code Checked} as the only door to the site. */
package dev.fortnight.check;
