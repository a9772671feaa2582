package dev.fortnight.cli;

/** For whom {@code check} prints: people, programs, editors, pull requests. */
enum CheckFormat {
  text,
  json,
  sarif,
  github
}
