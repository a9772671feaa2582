package dev.fortnight.edition;

/**
 * Where a sprint's edition stands: in review, decided on, or approved. Each is made only of the one
 * before, and publishers take the last one alone.
 */
public sealed interface EditionStage permits Review, DecidedReview, ApprovedEdition {}
