package dev.fortnight.publish;

/**
 * Something on a published site that is not as it was published.
 *
 * @param path relative to the site's root; what it says may come from anybody
 * @param what a sentence's end without a full stop
 */
public record Deviation(String path, String what) implements Comparable<Deviation> {

  @Override
  public int compareTo(Deviation other) {
    int byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : what.compareTo(other.what);
  }
}
