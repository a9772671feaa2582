package dev.fortnight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One example of the specification: files, a line with a full stop, and what comes of them.
 *
 * @param page the specification's file, for example {@code consent.md}
 * @param section the heading above it
 * @param number within its section, from 1
 * @param line of its fence in the page, from 1
 * @param given files that the page sets up for all of its examples
 * @param files files of this example
 * @param source the files as they are written in the page
 */
record SpecificationExample(
    String page,
    String section,
    int number,
    int line,
    List<File> given,
    List<File> files,
    String source,
    String expected) {

  /**
   * @param path relative to the programme's folder
   */
  record File(String path, String text) {}

  private static final Path FOLDER = Path.of("src/test/resources/spec");
  private static final Pattern FENCE = Pattern.compile("(`{3,})(example|given)");
  private static final Pattern PATH =
      Pattern.compile("research/\\S.*\\.(?:md|markdown|yml|csv)|site/_config\\.yml|register\\.yml");

  String name() {
    return section + " " + number;
  }

  /** The text of a page of the specification. */
  static String text(String page) {
    try {
      return Files.readString(FOLDER.resolve(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SpecificationExample> of(String page) {
    List<SpecificationExample> examples = new ArrayList<>();
    List<File> given = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    List<String> lines = text(page).lines().toList();
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      section = lines.get(i).startsWith("## ") ? lines.get(i).substring(3) : section;
      Matcher fence = FENCE.matcher(lines.get(i));
      if (!fence.matches()) {
        continue;
      }
      int start = i + 1;
      while (!lines.get(i + 1).equals(fence.group(1))) {
        i++;
      }
      i++;
      List<String> block = lines.subList(start, i);
      if (fence.group(2).equals("given")) {
        given.addAll(files(block));
        continue;
      }
      int stop = block.lastIndexOf(".");
      examples.add(
          new SpecificationExample(
              page,
              section,
              numbers.merge(section, 1, Integer::sum),
              start,
              List.copyOf(given),
              files(block.subList(0, stop)),
              String.join("\n", block.subList(0, stop)),
              String.join("\n", block.subList(stop + 1, block.size()))));
    }
    return examples;
  }

  private static List<File> files(List<String> lines) {
    List<File> files = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (PATH.matcher(lines.get(i)).matches()) {
        files.add(0, new File(lines.get(i), text.toString()));
        text.setLength(0);
      } else {
        text.insert(0, lines.get(i) + "\n");
      }
    }
    return files;
  }
}
