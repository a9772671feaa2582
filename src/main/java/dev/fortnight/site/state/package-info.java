/** What a build leaves for the next one, so that only what changed is made anew. */
package dev.fortnight.site.state;
