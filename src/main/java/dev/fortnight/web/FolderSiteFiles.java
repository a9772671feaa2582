package dev.fortnight.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A site in a folder. Links out of their place are not followed. */
record FolderSiteFiles(Path folder) implements SiteFiles {

  @Override
  public Found at(SitePath path) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new Found.Nothing();
    }
    Path root = folder.toRealPath();
    Path asked = root.resolve(path.text());
    if (!Files.exists(asked) || !asked.toRealPath().equals(asked)) {
      return new Found.Nothing();
    }
    return Files.isDirectory(asked)
        ? new Found.Folder()
        : new Found.File(Files.readAllBytes(asked));
  }
}
