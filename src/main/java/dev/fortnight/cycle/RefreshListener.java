package dev.fortnight.cycle;

import java.time.Duration;

/** Is told of each refresh that was done. */
public interface RefreshListener {

  void refreshed(RefreshState state, Duration took);
}
