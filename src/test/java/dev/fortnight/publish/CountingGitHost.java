package dev.fortnight.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Git's own server for the repositories of a folder, which counts the bytes that it is sent. */
final class CountingGitHost implements AutoCloseable {

  private final ServerSocket socket;
  private final Path folder;
  private final AtomicLong received = new AtomicLong();

  private CountingGitHost(ServerSocket socket, Path folder) {
    this.socket = socket;
    this.folder = folder;
  }

  static CountingGitHost of(Path folder) throws IOException {
    ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    CountingGitHost host = new CountingGitHost(socket, folder);
    inBackground(host::serve);
    return host;
  }

  String address(String repository) {
    return "git://127.0.0.1:" + socket.getLocalPort() + "/" + repository;
  }

  /** The bytes that clients have sent since the last time. */
  long received() {
    return received.getAndSet(0);
  }

  private void serve() throws IOException {
    while (!socket.isClosed()) {
      Socket client = socket.accept();
      inBackground(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    Process git =
        new ProcessBuilder(
                "git",
                "daemon",
                "--inetd",
                "--export-all",
                "--enable=receive-pack",
                "--base-path=" + folder,
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    inBackground(() -> copy(client.getInputStream(), git.getOutputStream(), received));
    copy(git.getInputStream(), client.getOutputStream(), new AtomicLong());
    client.close();
  }

  private static void copy(InputStream from, OutputStream to, AtomicLong count) throws IOException {
    byte[] buffer = new byte[8192];
    try (to) {
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        count.addAndGet(n);
        to.write(buffer, 0, n);
        to.flush();
      }
    }
  }

  private interface Work {

    void run() throws IOException;
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // the other side is gone; so is this connection
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
