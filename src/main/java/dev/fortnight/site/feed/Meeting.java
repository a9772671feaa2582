package dev.fortnight.site.feed;

import java.time.Instant;
import java.util.Optional;

/**
 * A date that readers may want in their calendar.
 *
 * @param uid names it for good: a calendar that has it already takes what is new of it
 * @param title what it is, in a few words
 * @param address a page that says more
 * @param place where it is, empty where that is not said
 * @param remark what there is to say of it, such as why it was moved; empty where there is nothing
 * @param version grows as what is said of the meeting changes, so that the newer of two is known
 * @param isCancelled whether it does not take place. It stays in the file, because a calendar that
 *     has it would otherwise keep it as it was
 */
public record Meeting(
    String uid,
    String title,
    String address,
    Optional<String> place,
    Optional<String> remark,
    Instant start,
    Instant end,
    int version,
    boolean isCancelled) {}
