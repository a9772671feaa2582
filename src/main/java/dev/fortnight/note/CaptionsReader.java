package dev.fortnight.note;

import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads captions in WebVTT, or says why they are not published. */
public final class CaptionsReader {

  /** The check that its problems belong to. */
  public static final String CHECK = "captions";

  /** Captions of a day of talk have 0.5 MB. */
  private static final int LARGEST = 1_000_000;

  private static final int LONGEST_LINE = 1_000;
  private static final String SIGNATURE = "WEBVTT";
  private static final String STYLE_OR_SO = "(?:NOTE|STYLE|REGION)(?:[ \\t].*)?";

  private final String path;
  private final List<Captions.Said> said = new ArrayList<>();
  private final StringBuilder published = new StringBuilder(SIGNATURE + "\n");
  private List<String> lines = List.of();
  private long latest;

  /** Captions, or why there are none. */
  public sealed interface Result {

    record Read(Captions captions) implements Result {}

    record Refused(Problem problem) implements Result {}
  }

  private static final class RefusedException extends Exception {

    private final int line;
    private final String remedy;

    /**
     * @param line from 1
     * @param what continues a sentence
     */
    RefusedException(int line, String what, String remedy) {
      super(what);
      this.line = line;
      this.remedy = remedy;
    }
  }

  private CaptionsReader(String path) {
    this.path = path;
  }

  /**
   * @param path of the file, relative to {@code research/}
   */
  public static Result read(String path, byte[] bytes) {
    try {
      return new Result.Read(new CaptionsReader(path).captions(bytes));
    } catch (RefusedException e) {
      return new Result.Refused(
          Problem.error(
              CHECK,
              new SourceLocation("research/" + path, e.line),
              e.getMessage() + ", so these captions are not published",
              e.remedy));
    }
  }

  private Captions captions(byte[] bytes) throws RefusedException {
    lines = lines(bytes);
    if (!lines.get(0).matches(SIGNATURE + "(?:[ \\t].*)?")) {
      throw new RefusedException(
          1, "the file does not begin with WEBVTT", "Save the captions as WebVTT.");
    }
    int at = endOfBlock(0);
    while (at < lines.size()) {
      int end = endOfBlock(at);
      if (end > at) {
        block(at, end);
      }
      at = end + 1;
    }
    if (said.isEmpty()) {
      throw new RefusedException(1, "there is no cue in the file", "Put the captions into it.");
    }
    return new Captions(published.toString(), List.copyOf(said));
  }

  private static List<String> lines(byte[] bytes) throws RefusedException {
    if (bytes.length > LARGEST) {
      throw new RefusedException(1, "the file is over 1 MB", "Split it, with its recording.");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(1, "the file is not UTF-8", "Save it as UTF-8.");
    }
    List<String> lines =
        List.of(text.replaceFirst("^\uFEFF", "").replaceAll("\\r\\n?", "\n").split("\n", -1));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length() > LONGEST_LINE) {
        throw new RefusedException(
            i + 1, "this line has over " + LONGEST_LINE + " characters", "Break it up.");
      }
      if (lines.get(i).matches(".*[\\p{Cntrl}&&[^\\t]].*")) {
        throw new RefusedException(i + 1, "this line has a control character", "Take it out.");
      }
    }
    return lines;
  }

  /** The empty line after a line, or the end. */
  private int endOfBlock(int from) {
    int at = from;
    while (at < lines.size() && !lines.get(at).isEmpty()) {
      at++;
    }
    return at;
  }

  private void block(int start, int end) throws RefusedException {
    String first = lines.get(start);
    if (first.matches(STYLE_OR_SO)) {
      return;
    }
    boolean isNamed = !CueTiming.isMeant(first);
    int timed = isNamed ? start + 1 : start;
    if (timed >= end || !CueTiming.isMeant(lines.get(timed))) {
      throw new RefusedException(
          start + 1,
          "a cue with its time was expected here",
          "Write '00:00:01.000 --> 00:00:04.000' above the text, and no empty line in it.");
    }
    cue(timing(timed), timed + 1, end);
  }

  private CueTiming timing(int at) throws RefusedException {
    CueTiming timing =
        CueTiming.of(lines.get(at))
            .orElseThrow(
                () ->
                    new RefusedException(
                        at + 1,
                        "this is not how WebVTT has times and settings of a cue",
                        "Write it as in '00:00:01.000 --> 00:00:04.000 align:start'; the end comes"
                            + " after the start."));
    if (timing.start() < latest) {
      throw new RefusedException(
          at + 1, "this cue starts before the one above it", "Put the cues in their order.");
    }
    latest = timing.start();
    return timing;
  }

  private void cue(CueTiming timing, int start, int end) throws RefusedException {
    published.append('\n').append(timing).append('\n');
    CueText text = new CueText();
    for (int at = start; at < end; at++) {
      int line = at + 1;
      CueText.Line read =
          text.line(lines.get(at))
              .orElseThrow(
                  () ->
                      new RefusedException(
                          line,
                          "there is a mark in this line that WebVTT does not have",
                          "Write '&lt;' for '<', and leave only marks such as <i>…</i> and <v"
                              + " P07>."));
      published.append(read.published()).append(at + 1 == end ? text.end() : "").append('\n');
      said.add(new Captions.Said(line, read.words()));
    }
  }
}
