package dev.fortnight.web;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;

/** What runs while the server does: says where it is, and waits. */
@Singleton
public class ServerApplication implements QuarkusApplication {

  /** Quarkus makes the instance, so there is no other way to hand this over. */
  private static volatile Consumer<URI> serving = address -> {};

  static void tell(Consumer<URI> whenServing) {
    serving = whenServing;
  }

  @Override
  public int run(String... arguments) {
    // port 0 has become the one that was free
    int port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
    URI here = URI.create("http://" + LoopbackServer.HOST + ":" + port + "/");
    serving.accept(
        ConfigProvider.getConfig().getOptionalValue("fortnight.address", URI.class).orElse(here));
    StopSignals.await();
    return 0;
  }
}
