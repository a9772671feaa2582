package dev.fortnight.cli;

import io.quarkus.runtime.annotations.QuarkusMain;

/** The one way in. */
@QuarkusMain
public final class Fortnight {

  private Fortnight() {}

  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
