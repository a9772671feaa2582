package dev.fortnight.cycle;

/** A tree that was published and where it stands. */
public record PublishedTree(PublicationRecord record, PublicationState state) {}
