package dev.fortnight.web;

import java.util.Locale;
import java.util.Map;

/** What a file is, by its name's ending. */
final class ContentTypes {

  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("xml", "application/xml;charset=utf-8"),
          Map.entry("txt", "text/plain;charset=utf-8"),
          Map.entry("md", "text/plain;charset=utf-8"),
          Map.entry("csv", "text/csv;charset=utf-8"),
          Map.entry("ics", "text/calendar;charset=utf-8"),
          Map.entry("vtt", "text/vtt;charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("pdf", "application/pdf"));

  private ContentTypes() {}

  static String of(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_ENDING.getOrDefault(ending, "application/octet-stream");
  }
}
