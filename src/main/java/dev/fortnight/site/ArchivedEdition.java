package dev.fortnight.site;

import java.time.LocalDate;

/**
 * What the page says that stands in for an edition kept as an archive only.
 *
 * @param date when the edition was signed off, in the programme's zone
 * @param signedBy the name that its approver chose to show
 * @param file the archive's name beside the page
 * @param size of the archive in bytes
 */
public record ArchivedEdition(
    int number, LocalDate date, String signedBy, String file, long size) {}
