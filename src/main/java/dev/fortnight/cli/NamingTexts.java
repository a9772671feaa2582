package dev.fortnight.cli;

import dev.fortnight.privacy.PersonalDataSearch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells short texts that somebody is named in, and keeps the answers: many problems are of one file
 * and say the same, and a process that checks again hears most of them again.
 */
final class NamingTexts {

  private PersonalDataSearch search = PersonalDataSearch.NOTHING;
  private Map<String, Boolean> earlier = Map.of();
  private Map<String, Boolean> answers = new ConcurrentHashMap<>();

  /** Forgets what nobody asked about since the time before, and all that another search found. */
  NamingTexts asOf(PersonalDataSearch with) {
    earlier = with == search ? answers : Map.of();
    search = with;
    answers = new ConcurrentHashMap<>();
    return this;
  }

  boolean isNaming(String text) {
    return answers.computeIfAbsent(
        text,
        any -> {
          Boolean known = earlier.get(any);
          return known == null ? isFound(any) : known;
        });
  }

  /** As it stands, and as a file's name that has signs for spaces. */
  private boolean isFound(String text) {
    return !search.in(text).isEmpty() || !search.in(text.replaceAll("[-_./]+", " ")).isEmpty();
  }
}
