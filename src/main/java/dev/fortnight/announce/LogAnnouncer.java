package dev.fortnight.announce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes announcements into a file, one a line, where there is no Slack to send them to. */
public final class LogAnnouncer implements Announcer {

  /** The channel of those who have no Slack. */
  public static final String CHANNEL = "log";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  public LogAnnouncer(Path file) {
    this.file = file;
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  /** What a thread would hold, the edition's page holds. */
  @Override
  public boolean hasThreads() {
    return false;
  }

  @Override
  public Sighting find(Announcement.Message message, Optional<String> below, Instant since) {
    try {
      boolean isThere = lines().stream().anyMatch(line -> isOf(line, message.id()));
      return isThere ? new Sighting.Seen(message.id()) : new Sighting.Absent();
    } catch (IOException e) {
      return new Sighting.Later(Duration.ZERO, broken());
    }
  }

  /** A line that a killed process left unfinished is cut off first. */
  @Override
  public Answer send(Announcement.Message message, Optional<String> below) {
    byte[] line = (message.body() + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel = open()) {
      channel.truncate(endOfLastLine(channel));
      channel.write(ByteBuffer.wrap(line), channel.size());
      channel.force(true);
      return new Answer.Arrived(Optional.of(message.id()));
    } catch (IOException e) {
      return new Answer.Later(Duration.ZERO, broken());
    }
  }

  @Override
  public Answer replace(Announcement.Message message, String place) {
    try {
      List<String> lines = lines();
      if (lines.stream().noneMatch(line -> isOf(line, place))) {
        return new Answer.Gone();
      }
      String text =
          lines.stream()
              .map(line -> (isOf(line, place) ? message.body() : line) + "\n")
              .collect(Collectors.joining());
      Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), ".announced", "");
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      return new Answer.Arrived(Optional.of(place));
    } catch (IOException e) {
      return new Answer.Later(Duration.ZERO, broken());
    }
  }

  /** Those that are whole. */
  private List<String> lines() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  private static boolean isOf(String line, String id) {
    try {
      return JSON.readTree(line).at("/metadata/event_payload/id").asText().equals(id);
    } catch (JsonProcessingException e) {
      // a line of somebody else's
      return false;
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

  private String broken() {
    return "the file " + file + " cannot be read and written; check its permissions";
  }
}
