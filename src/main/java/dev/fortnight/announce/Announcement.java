package dev.fortnight.announce;

/**
 * What subscribers are told of an edition.
 *
 * @param id the same for every attempt to tell of one edition in one channel
 * @param edition its number
 * @param body of Slack's {@code chat.postMessage}, as one line of JSON
 */
public record Announcement(String id, int edition, String channel, String body) {}
