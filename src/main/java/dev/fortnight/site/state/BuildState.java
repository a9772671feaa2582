package dev.fortnight.site.state;

import dev.fortnight.problem.Problem;
import dev.fortnight.programme.Programme;
import dev.fortnight.site.Earlier;
import dev.fortnight.site.PageInputs;
import dev.fortnight.sprint.SprintCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What a build leaves for the next one into the same folder. It holds hashes and what was printed,
 * never content: whoever changes it can have pages made again, and no other page shown.
 *
 * @param maker the Fortnight that built
 * @param search hash of what decides what a finished page may show
 * @param period how long the same sources give the same pages
 * @param sources stamps of all files that were read, by absolute path
 * @param areSettled whether a change of a source since then shows in its stamp
 * @param outputs stamps of all files of the tree, by path relative to its folder
 * @param pages what each page of it was made of, read when it is asked for
 */
public record BuildState(
    String maker,
    String search,
    Period period,
    SortedMap<String, String> sources,
    boolean areSettled,
    SortedMap<String, String> outputs,
    Summary summary,
    Supplier<SortedMap<String, PageInputs>> pages) {

  /**
   * What a build has to say.
   *
   * @param problems as they may be printed
   */
  public record Summary(int notes, int pages, List<Problem> problems) {}

  /** Instants from the first to before the second. */
  public record Period(Instant from, Instant until) {

    /** How long pages stay true that say what day it is and which call is next. */
    public static Period of(Programme programme, Instant now) {
      ZoneId zone = programme.cycle().zone();
      Instant midnight = now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
      Instant until =
          new SprintCalendar(programme.cycle())
              .nextOpenCall(now)
              .openCall()
              .map(call -> call.toInstant().plusNanos(1))
              .filter(call -> call.isAfter(now) && call.isBefore(midnight))
              .orElse(midnight);
      return new Period(now, until);
    }

    boolean includes(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(until);
    }
  }

  /** Whether a build now would change nothing at all. */
  public boolean isCurrent(String maker, FileStamps now, Instant instant, Path out) {
    return areSettled
        && maker.equals(this.maker)
        && period.includes(instant)
        && sources.equals(now.byPath())
        && outputs.equals(stamps(out, outputs.keySet()));
  }

  /**
   * The pages that need not be made again.
   *
   * @param out where the tree is
   * @param register the file of the register of participants, if there is one
   */
  public Earlier pages(String maker, String search, FileStamps now, Path out, List<Path> register) {
    boolean isSameSearch =
        maker.equals(this.maker)
            && search.equals(this.search)
            && register.stream()
                .map(file -> file.toAbsolutePath().normalize().toString())
                .allMatch(
                    file -> areSettled && stamp(sources, file).equals(stamp(now.byPath(), file)));
    SortedMap<String, PageInputs> known = pages.get();
    return new Earlier() {
      @Override
      public boolean has(String file, PageInputs inputs) {
        return isSameSearch
            && inputs.equals(known.get(file))
            && stamp(outputs, file).equals(FileStamps.of(out.resolve(file)));
      }

      @Override
      public Optional<PageInputs> inputs(String file) {
        return Optional.ofNullable(known.get(file));
      }
    };
  }

  private static String stamp(Map<String, String> stamps, String file) {
    return stamps.getOrDefault(file, "none");
  }

  /** Stamps of a tree's files. */
  public static SortedMap<String, String> stamps(Path out, Iterable<String> files) {
    SortedMap<String, String> stamps = new TreeMap<>();
    for (String file : files) {
      stamps.put(file, FileStamps.of(out.resolve(file)));
    }
    return stamps;
  }
}
