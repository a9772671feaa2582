package dev.fortnight.cli;

/** For whom a command prints: people or programs. */
enum OutputFormat {
  text,
  json
}
