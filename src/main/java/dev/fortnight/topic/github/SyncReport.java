package dev.fortnight.topic.github;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.ProblemException;
import java.util.List;

/**
 * What a sync came to.
 *
 * @param problems of single topics
 * @param failures of repositories that could not be read; the others were
 * @param hasChanged whether the topics are others than before
 */
public record SyncReport(
    Requests requests,
    List<Problem> problems,
    List<ProblemException> failures,
    boolean hasChanged) {}
