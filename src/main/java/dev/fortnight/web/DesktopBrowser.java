package dev.fortnight.web;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The browser of whoever sits at this machine. */
public final class DesktopBrowser {

  private final List<String> command;

  /**
   * @param command what opens the address that is added to it
   */
  DesktopBrowser(List<String> command) {
    this.command = command;
  }

  /** The one that a system, as Java names it, opens addresses with. */
  public static DesktopBrowser of(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new DesktopBrowser(List.of("rundll32", "url.dll,FileProtocolHandler"));
    }
    return new DesktopBrowser(List.of(name.startsWith("mac") ? "open" : "xdg-open"));
  }

  /** Opens an address and does not wait; says whether there was something to open it with. */
  public boolean open(URI address) {
    List<String> all = new ArrayList<>(command);
    all.add(address.toString());
    try {
      new ProcessBuilder(all)
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
