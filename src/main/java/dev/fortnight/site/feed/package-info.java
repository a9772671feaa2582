/** Writes what readers subscribe to, feeds and a calendar, in the formats that programs read. */
package dev.fortnight.site.feed;
