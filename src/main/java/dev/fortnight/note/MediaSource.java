package dev.fortnight.note;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Hands out the files that notes refer to. */
public interface MediaSource {

  /**
   * @param path relative to {@code research/}
   * @return empty where there is no such regular file, or it is too large to publish
   */
  Optional<byte[]> bytes(String path);

  /** The paths of files with data that others are to use, relative to {@code research/}. */
  default List<String> data() {
    return List.of();
  }

  /** The same with fewer files of data. */
  default MediaSource withData(Predicate<String> offered) {
    MediaSource all = this;
    return new MediaSource() {
      @Override
      public Optional<byte[]> bytes(String path) {
        return all.bytes(path);
      }

      @Override
      public List<String> data() {
        return all.data().stream().filter(offered).toList();
      }

      @Override
      public boolean has(String path) {
        return all.has(path);
      }
    };
  }

  /** Whether {@link #bytes} has something to hand out. */
  default boolean has(String path) {
    return bytes(path).isPresent();
  }
}
