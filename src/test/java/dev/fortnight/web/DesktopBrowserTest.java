package dev.fortnight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesktopBrowserTest {

  private static final URI ADDRESS = URI.create("http://127.0.0.1:4000/");

  @Test
  void aMachineWithoutABrowserIsNoFailure() {
    assertThat(new DesktopBrowser(List.of("no-such-program")).open(ADDRESS)).isFalse();
  }

  @Test
  void whatOpensAddressesIsStarted() {
    assertThat(new DesktopBrowser(List.of("true")).open(ADDRESS)).isTrue();
  }
}
