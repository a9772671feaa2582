package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import dev.fortnight.programme.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts of one thing over and over. None asserts a time: what grew with the square of a text's
 * length took minutes for each of these.
 */
class HostileTextsTest {

  private static final int LENGTH = 256 * 1024;

  private static final PersonalDataSearch SEARCH = PersonalDataSearch.of(programme(), register());

  private static Programme programme() {
    return new Illustration()
        .programme(
            """
            title: Parking permits
            summary: Why do permits take so long?
            cycle: {first: 2026-11-02}
            allow: {names: [Jane Doe]}
            """)
        .snapshot()
        .programme();
  }

  private static Register register() {
    List<Participant> people = new ArrayList<>(List.of(person("P01", "Jane Jane Doe")));
    for (int i = 2; i < 1000; i++) {
      people.add(person("P" + i, "Jane Illustrative" + i));
    }
    return new Register(people);
  }

  private static Participant person(String id, String name) {
    return new Participant(
        id,
        name,
        List.of("Janie"),
        Optional.empty(),
        Optional.of("architect"),
        Optional.of("Fernshire"),
        Optional.empty(),
        List.of("jane@fernshire.example"),
        List.of("07700 900123"),
        List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "a@",
        "a@b.",
        "@a",
        "a.b@",
        "a at ",
        "jane at ",
        "a at a dot ",
        "[at]",
        "0",
        "0 ",
        "07700 ",
        "1.1.",
        "1::",
        "a:",
        "(0",
        "+1",
        "ol",
        "zero ",
        "<",
        "<a ",
        "<b",
        "<!--",
        "<a b=\"",
        "&",
        "&amp;",
        "&#x",
        "%",
        "%25",
        "%e2",
        "\\u",
        "`",
        "``` ",
        "*",
        "~~",
        "://",
        "a://a:",
        "://a?key=",
        "password: ",
        "a-",
        ".",
        "/",
        "x.com/",
        "Jane ",
        "Jane Doe ",
        "J. ",
        "j a n e ",
        "architect Fernshire ",
        "p<aaaa",
        "<<",
        "passport 1 ",
        "born 1 May ",
        "1 A ",
        "1 A1 1AA ",
        "AB1 2CD )",
        "account 1 ",
        "gb82 ",
        "4111 1111 1111 1111 ",
        "MORGA657054SM9IJ",
        "12345678-1234-",
        "eyJ",
        "begin private ",
        "\n",
        "\u200b",
        "\u0430",
        "\ud800",
        "a\n\n",
      })
  void noTextTakesLong(String fragment) {
    String text = fragment.repeat(LENGTH / fragment.length()) + "\n\nWrite to sam@example.org.";

    assertThat(SEARCH.in(text))
        .as("what stands behind it is found")
        .anyMatch(find -> find.kind() == PersonalData.EMAIL && find.end() == text.length() - 1);
  }

  @Test
  void oneQuestionStandsForPostcodesByTheThousand() {
    String text = "AB1 2CD )".repeat(5_000);

    assertThat(SEARCH.in(text)).isEmpty();
    assertThat(SEARCH.in(text.repeat(4)))
        .singleElement()
        .matches(find -> find.kind() == PersonalData.ADDRESS && !find.isCertain())
        .matches(find -> find.start() == text.length());
  }
}
