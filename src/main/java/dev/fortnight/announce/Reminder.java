package dev.fortnight.announce;

/**
 * Something that waits for somebody, to be told once.
 *
 * @param id the same for every attempt to send it
 * @param moment when it is told, as a name: {@code before-PT4H}
 * @param recipient {@code mail:<login>} or {@code slack:<channel>}, never an address
 * @param subject for mail
 * @param text the whole, in a few lines
 */
public record Reminder(
    String id, int sprint, String moment, String recipient, String subject, String text) {}
