package dev.fortnight.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class BrowserTest {

  @Test
  void opensAPageAndReadsItsTitle() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] page = "<!doctype html><title>Edition 7</title>".getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    try (Browser browser = Browser.start()) {
      Page page = browser.page();
      page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");

      assertThat(page.title()).isEqualTo("Edition 7");
    } finally {
      server.stop(0);
    }
  }
}
