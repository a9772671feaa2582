package dev.fortnight.edition;

import dev.fortnight.check.CheckedResearch;
import java.net.URI;
import java.util.Optional;

/** An edition that an announcement can be written of; one that is not signed off is only shown. */
public sealed interface Announceable permits ApprovedEdition, DraftEdition {

  int number();

  /** The sprint that it closes. */
  int sprint();

  /** What it has to tell those who were not there. */
  News news();

  /** How what is told of it begins. */
  Opening opening();

  CheckedResearch research();

  /** The address of the page about the next open call, the same for all editions. */
  Optional<URI> callPage();
}
