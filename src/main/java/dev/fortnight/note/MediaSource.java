package dev.fortnight.note;

import java.util.List;
import java.util.Optional;

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

  /** Whether {@link #bytes} has something to hand out. */
  default boolean has(String path) {
    return bytes(path).isPresent();
  }
}
