package dev.fortnight.web;

import dev.fortnight.problem.ProblemException;
import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Boots the server, on the loopback interface unless it is told of a provider, and lets it run
 * until it is stopped.
 */
public final class LoopbackServer {

  static final String HOST = Reach.LOOPBACK;

  /**
   * What to serve.
   *
   * @param programme the folder that holds {@code research/programme.yml}
   * @param data the folder of the state
   * @param embedded whether the state is in its folder, whatever the environment says
   * @param port 0 takes one that is free
   * @param now stops the programme's clock
   * @param repository takes the site, whatever the programme says
   * @param announcements the file that announcements are logged to, if not the usual one
   */
  public record Settings(
      Path programme,
      Path data,
      boolean embedded,
      int port,
      Optional<Instant> now,
      Optional<Path> repository,
      Optional<Path> announcements) {}

  private LoopbackServer() {}

  /**
   * Serves until SIGTERM or Ctrl-C.
   *
   * @param whenServing is told the address, ending with a slash, once the server answers
   * @throws ProblemException if the port is in use or the state cannot be opened
   */
  public static void run(Settings settings, Consumer<URI> whenServing) {
    run(settings, Reach.THIS_MACHINE, whenServing);
  }

  /** The same where others may reach it too. */
  public static void run(Settings settings, Reach reach, Consumer<URI> whenServing) {
    tryPort(reach.host(), settings.port());
    reach.properties().forEach(LoopbackServer::set);
    set("quarkus.http.port", settings.port());
    set("fortnight.programme", settings.programme());
    set("fortnight.data", settings.data());
    settings.now().ifPresent(now -> set("fortnight.now", now));
    set("fortnight.embedded", settings.embedded());
    settings.repository().ifPresent(repository -> set("fortnight.repository", repository));
    settings.announcements().ifPresent(file -> set("fortnight.announcements", file));
    AtomicReference<Throwable> failure = new AtomicReference<>();
    StopSignals.listen();
    ServerApplication.tell(whenServing);
    Quarkus.run(ServerApplication.class, (status, cause) -> failure.set(cause));
    if (failure.get() != null) {
      throw explained(failure.get(), settings.port());
    }
  }

  private static void set(String property, Object value) {
    System.setProperty(property, value.toString());
  }

  private static void tryPort(String host, int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getByName(host)).close();
    } catch (UnknownHostException e) {
      throw new ProblemException(
          "there is no address '" + host + "' to listen on",
          "Give one of this machine's, or 0.0.0.0 for all of them, with --host.",
          e);
    } catch (IOException e) {
      throw unusable(port, e);
    }
  }

  private static RuntimeException explained(Throwable failure, int port) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(cause -> cause instanceof ProblemException || cause instanceof BindException)
        .findFirst()
        .map(cause -> cause instanceof ProblemException known ? known : unusable(port, cause))
        .<RuntimeException>map(known -> known)
        .orElseGet(() -> new IllegalStateException("the server did not start", failure));
  }

  private static ProblemException unusable(int port, Throwable cause) {
    boolean isForbidden = String.valueOf(cause.getMessage()).contains("Permission denied");
    return isForbidden
        ? new ProblemException(
            "port " + port + " may not be used by you", "Choose one above 1023 with --port.", cause)
        : new ProblemException(
            "port " + port + " is in use",
            "Stop what uses it, or choose another with --port.",
            cause);
  }
}
