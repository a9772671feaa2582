package dev.fortnight.check;

/**
 * Content that may be published. Only {@link Checker} can make one, and the site takes nothing
 * else.
 */
public sealed interface Checked<T>
    permits CheckedData, CheckedNote, CheckedEvidence, CheckedTopic, CheckedFile {

  T content();
}
