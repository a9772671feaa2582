/**
 * Notes as researchers write them: front matter, Markdown, evidence, and the sources they come
 * from.
 */
package dev.fortnight.note;
