package dev.fortnight.web;

import dev.fortnight.cycle.Cycle;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What somebody reads who decides on what is not there any more.
 *
 * @param removed what topics of this sprint went away, which it may have been, in sentences
 */
public record ChangedPage(List<String> removed) {

  static ChangedPage of(Cycle cycle) {
    ZoneId zone = cycle.newest().programme().cycle().zone();
    Instant first = cycle.review().sprint().first().atStartOfDay(zone).toInstant();
    return new ChangedPage(
        cycle.newest().snapshot().removed().bySlug().values().stream()
            .filter(topic -> !topic.at().isBefore(first))
            .map(topic -> Overview.sentence(topic.sentence(zone)))
            .toList());
  }
}
