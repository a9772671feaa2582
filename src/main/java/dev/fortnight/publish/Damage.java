package dev.fortnight.publish;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.CorruptPackIndexException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.PackInvalidException;
import org.eclipse.jgit.errors.PackMismatchException;

/** What shows that the copy of the published branch is of no use any more. */
final class Damage {

  private Damage() {}

  /** The damage behind a failure, if it is that. */
  static Optional<IOException> in(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(Damage::isDamage)
        .findFirst()
        .map(IOException.class::cast);
  }

  private static boolean isDamage(Throwable cause) {
    return cause instanceof MissingObjectException
        || cause instanceof CorruptObjectException
        || cause instanceof CorruptPackIndexException
        || cause instanceof IncorrectObjectTypeException
        || cause instanceof PackInvalidException
        || cause instanceof PackMismatchException;
  }
}
