package dev.fortnight.site.cite;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What has to be named of something that is cited.
 *
 * @param key a short name for reference managers, in small letters, digits and hyphens
 * @param author the team: no person is named who did not ask for it
 * @param summary what it is about; may be empty
 * @param edition the edition that has it as it is cited
 * @param licence an SPDX identifier where it is known to be one
 */
public record Citation(
    String key,
    String title,
    String author,
    String summary,
    Optional<LocalDate> date,
    Optional<Integer> edition,
    String address,
    Optional<String> licence) {}
