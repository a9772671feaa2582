package dev.fortnight.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The theme that comes with Fortnight. A program does not change while it runs: it is read once.
 */
final class BundledTheme {

  private static final String FOLDER = "bundled/site/";

  static final Theme THEME = read();

  private BundledTheme() {}

  private static Theme read() {
    URL place = BundledTheme.class.getResource("/" + FOLDER);
    try {
      URLConnection connection = place.openConnection();
      return connection instanceof JarURLConnection jar
          ? read(jar)
          : Theme.read(Path.of(place.toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled theme cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path has proper addresses", e);
    }
  }

  /** A file system of the jar would look at all of its many thousand entries for much longer. */
  private static Theme read(JarURLConnection connection) throws IOException {
    NavigableMap<String, byte[]> files = new TreeMap<>();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        if (!entry.isDirectory()
            && name.startsWith(FOLDER)
            && Theme.isTheme(name.substring(FOLDER.length()))) {
          try (InputStream content = jar.getInputStream(entry)) {
            files.put(name.substring(FOLDER.length()), content.readAllBytes());
          }
        }
      }
    }
    return new Theme(files);
  }
}
