/** Tells subscribers of an edition, and reminds those who decide on it, each once. */
package dev.fortnight.announce;
