package dev.fortnight.note;

import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps this machine's and this user's git configuration out: line ends, filters, ignored files or
 * rewritten addresses there would make the same repository look different elsewhere. JGit has one
 * such setting for the whole process.
 */
final class MachineSettings extends SystemReader.Delegate {

  private MachineSettings(SystemReader machine) {
    super(machine);
  }

  static synchronized void ignore() {
    if (!(SystemReader.getInstance() instanceof MachineSettings)) {
      SystemReader.setInstance(new MachineSettings(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  /** Where the user's ignored files and attributes would be looked for. */
  @Override
  public Path getXdgConfigDirectory(FS fs) {
    return null;
  }

  /** A configuration without a file. */
  private static final class Nothing extends FileBasedConfig {

    Nothing(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
