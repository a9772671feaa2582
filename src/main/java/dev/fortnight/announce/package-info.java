/** Tells subscribers of an edition, once. */
package dev.fortnight.announce;
