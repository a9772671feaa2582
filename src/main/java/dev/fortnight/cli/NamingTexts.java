package dev.fortnight.cli;

import dev.fortnight.privacy.PersonalDataSearch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells short texts that somebody is named in, and keeps the answers: many problems are of one file
 * and say the same, and a process that checks again hears most of them again.
 */
final class NamingTexts {

  /** The parts of a message that come from notes. */
  private static final Pattern QUOTED = Pattern.compile("'.*'|[^\\s,]*/[^\\s,]*");

  private PersonalDataSearch search = PersonalDataSearch.NOTHING;
  private Map<String, Boolean> earlier = Map.of();
  private Map<String, Boolean> answers = new ConcurrentHashMap<>();
  private Map<String, List<String>> earlierParts = Map.of();
  private Map<String, List<String>> parts = new ConcurrentHashMap<>();

  /** Forgets what nobody asked about since the time before, and all that another search found. */
  NamingTexts asOf(PersonalDataSearch with) {
    earlier = with == search ? answers : Map.of();
    search = with;
    answers = new ConcurrentHashMap<>();
    earlierParts = parts;
    parts = new ConcurrentHashMap<>();
    return this;
  }

  /** What stands in quotation marks in a message, and the paths in it. */
  List<String> partsFromNotes(String message) {
    List<String> known = earlierParts.get(message);
    List<String> found =
        known == null ? QUOTED.matcher(message).results().map(MatchResult::group).toList() : known;
    parts.put(message, found);
    return found;
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
