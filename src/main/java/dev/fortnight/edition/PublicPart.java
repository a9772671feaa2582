package dev.fortnight.edition;

import dev.fortnight.check.CheckedFile;
import dev.fortnight.programme.Programme;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes out of a programme what pages say of it, and puts an approved form of that back in. */
final class PublicPart {

  private PublicPart() {}

  static ItemContent.OfProgramme of(Programme programme, Map<String, CheckedFile> files) {
    SortedMap<String, String> values = new TreeMap<>();
    values.put("title", programme.title());
    values.put("summary", programme.summary());
    values.put("language", programme.language().toLanguageTag());
    values.put("url", programme.site().url().toString());
    values.put("colour", programme.site().colour());
    values.put("licence", programme.site().licence());
    programme.site().contact().ifPresent(contact -> values.put("contact", contact));
    programme
        .site()
        .logo()
        .map(files::get)
        .ifPresent(
            file -> {
              values.put("logo", file.path());
              values.put("logo-hash", file.hash());
            });
    return new ItemContent.OfProgramme(values);
  }

  static Programme in(Programme programme, SortedMap<String, String> values) {
    return new Programme(
        programme.id(),
        values.get("title"),
        values.get("summary"),
        Locale.forLanguageTag(values.get("language")),
        programme.cycle(),
        programme.notes(),
        programme.backlog(),
        new Programme.Site(
            URI.create(values.get("url")),
            values.get("colour"),
            Optional.ofNullable(values.get("logo")),
            Optional.ofNullable(values.get("contact")),
            values.get("licence")),
        programme.publication(),
        programme.announcements(),
        programme.review(),
        programme.allowed());
  }
}
