/** The search index of a tree: what pages say, as files of which one edited page changes few. */
package dev.fortnight.site.search;
