package dev.fortnight.site;

import dev.fortnight.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps files one behind the other in a file without a name, so that a large tree needs no large
 * memory. Where the operating system can (Unix), its name is gone before anything is in it: nobody
 * can read what may turn out not to be published, and nothing is left when the process is killed.
 */
final class SpooledFiles implements HeldFiles {

  private final FileChannel channel;
  private final AtomicLong end = new AtomicLong();
  private final Map<String, Span> spans = new ConcurrentHashMap<>();

  private record Span(long start, int length) {}

  private SpooledFiles(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param file not there yet
   */
  static SpooledFiles at(Path file) throws IOException {
    return new SpooledFiles(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  @Override
  public void put(String path, byte[] bytes) {
    long start = end.getAndAdd(bytes.length);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      while (rest.hasRemaining()) {
        channel.write(rest, start + rest.position());
      }
    } catch (IOException e) {
      throw failed(e);
    }
    spans.put(path, new Span(start, bytes.length));
  }

  @Override
  public byte[] get(String path) {
    Span span = spans.get(path);
    ByteBuffer bytes = ByteBuffer.allocate(span.length());
    try {
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, span.start() + bytes.position()) < 0) {
          throw new EOFException("what was kept is cut short");
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
    return bytes.array();
  }

  @Override
  public NavigableSet<String> paths() {
    return new TreeSet<>(spans.keySet());
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static ProblemException failed(IOException cause) {
    return new ProblemException(
        "pages cannot be kept on disk until all of them are made", "Check the space left.", cause);
  }
}
