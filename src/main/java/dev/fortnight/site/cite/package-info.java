/** Writes how a page or an edition is cited, for people, reference managers and search engines. */
package dev.fortnight.site.cite;
