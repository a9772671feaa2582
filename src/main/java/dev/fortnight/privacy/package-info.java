/** Finds what points to a person, in any text and picture, before anybody else does. */
package dev.fortnight.privacy;
