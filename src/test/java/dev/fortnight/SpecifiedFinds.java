package dev.fortnight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import dev.fortnight.privacy.Find;
import dev.fortnight.privacy.PersonalDataSearch;
import dev.fortnight.privacy.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is found in an example's text, in the words that the specification has for it. */
final class SpecifiedFinds {

  private SpecifiedFinds() {}

  /** The text is that of the example's note; where it has no files, all that is written in it. */
  static String of(SpecificationExample example) {
    Illustration illustration = new Illustration();
    Register register = Register.EMPTY;
    String text = example.source();
    for (SpecificationExample.File file :
        Stream.concat(example.given().stream(), example.files().stream()).toList()) {
      switch (file.path()) {
        case "register.yml" -> register = register(file.text());
        case "research/programme.yml" -> illustration.programme(file.text());
        default -> text = file.text();
      }
    }
    String searched = text;
    PersonalDataSearch search =
        PersonalDataSearch.of(illustration.snapshot().programme(), register);
    List<Find> finds = search.in(text);
    assertThat(search.certainIn(text)).isEqualTo(finds.stream().filter(Find::isCertain).toList());
    String found =
        finds.stream().map(find -> line(searched, find)).collect(Collectors.joining("\n"));
    return found.isEmpty() ? "nothing" : found;
  }

  private static String line(String text, Find find) {
    String before = text.substring(0, find.start());
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = 1 + before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
    return line
        + ":"
        + column
        + " "
        + find.kind().word()
        + (find.isCertain() ? " certain" : " asks");
  }

  private static Register register(String text) {
    try {
      Path file = Files.createTempFile("fortnight-register", ".yml");
      Files.writeString(file, text);
      Register read = Register.read(file, Map.of());
      Files.delete(file);
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
