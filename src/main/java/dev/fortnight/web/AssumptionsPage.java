package dev.fortnight.web;

import java.util.List;

/** Where each assumption stands. */
public record AssumptionsPage(
    String programme, List<AssumptionLine> assumptions, Freshness freshness) {

  static AssumptionsPage of(Glance glance, Freshness freshness) {
    return new AssumptionsPage(glance.programme().title(), AssumptionLine.of(glance), freshness);
  }
}
