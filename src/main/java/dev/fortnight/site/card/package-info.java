/** Draws the picture that stands for a site where somebody shares a link to it. */
package dev.fortnight.site.card;
