package dev.fortnight.edition;

import java.util.SortedMap;

/**
 * The last approved content of each item that was ever approved.
 *
 * @param items by key
 * @param blobs their media and theme files
 */
public record Approved(SortedMap<String, Item> items, Blobs blobs) {}
