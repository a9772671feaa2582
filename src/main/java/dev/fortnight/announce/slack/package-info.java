/** Writes announcements as Slack shows them, and hands them over to it. */
package dev.fortnight.announce.slack;
