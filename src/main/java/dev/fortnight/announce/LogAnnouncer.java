package dev.fortnight.announce;

import dev.fortnight.problem.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes announcements into a file, one a line, where there is no Slack to send them to. */
public final class LogAnnouncer implements Announcer {

  private final Path file;

  public LogAnnouncer(Path file) {
    this.file = file;
  }

  @Override
  public String channel() {
    return "log";
  }

  @Override
  public boolean hasArrived(Announcement announcement) {
    try {
      return Files.exists(file)
          && new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              .contains(announcement.body() + "\n");
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** A line that a killed process left unfinished is cut off first. */
  @Override
  public void send(Announcement announcement) {
    byte[] line = (announcement.body() + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel = open()) {
      channel.truncate(endOfLastLine(channel));
      channel.write(ByteBuffer.wrap(line), channel.size());
      channel.force(true);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private FileChannel open() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long position = channel.size(); position > 0; position--) {
      one.clear();
      channel.read(one, position - 1);
      if (one.get(0) == '\n') {
        return position;
      }
    }
    return 0;
  }

  private ProblemException broken(IOException cause) {
    return new ProblemException(
        "the announcement cannot be written to " + file, "Check its permissions.", cause);
  }
}
