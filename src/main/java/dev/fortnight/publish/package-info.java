/** Puts an approved edition or the working site where the public reads it. */
package dev.fortnight.publish;
