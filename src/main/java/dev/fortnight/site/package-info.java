/** Turns checked research into the pages of one tree of the public site. */
package dev.fortnight.site;
