/** Items, the product owner's decisions on them, and the editions that come of it. */
package dev.fortnight.edition;
