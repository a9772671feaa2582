package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.check.Illustration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts of one thing over and over. None asserts a time: what grew with the square of a text's
 * length took minutes for each of these.
 */
class HostileTextsTest {

  private static final int LENGTH = 256 * 1024;

  private static final PersonalDataSearch SEARCH =
      PersonalDataSearch.of(new Illustration().snapshot().programme(), register());

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
        "a.",
        "a.b@",
        "a at ",
        "jane at ",
        "a dot ",
        "a at a dot ",
        "[at]",
        "0",
        "0 ",
        "07700 ",
        "07700900123 ",
        "7",
        "1.1.",
        "1.",
        "1:",
        "a:",
        "1::",
        "(0",
        "+",
        "+1",
        "0o",
        "ol",
        "zero ",
        "one ",
        "double ",
        "<",
        "<a ",
        "<a>",
        "<b",
        "<b>a</b>",
        "<!--",
        "<a \"",
        "<a b=\"",
        "</",
        "&",
        "&amp;",
        "&amp",
        "&#",
        "&#x",
        "&lt;",
        "%",
        "%25",
        "%41",
        "%e2",
        "\\",
        "\\u",
        "\\u0041",
        "`",
        "``` ",
        "` `` ",
        "*",
        "**a",
        "~~",
        "://",
        "a://",
        "a://a:",
        "?sig=",
        "://a?key=",
        "key ",
        "password: ",
        "password is ",
        "-",
        "a-",
        "--",
        "_",
        ".",
        ",",
        "/",
        "a/",
        "x.com/",
        "jane ",
        "Jane ",
        "Jane Jane ",
        "Jane Doe ",
        "J ",
        "J. ",
        "j a n e ",
        "janedoe",
        "Janie",
        "architect ",
        "Fernshire ",
        "architect Fernshire ",
        "P<A",
        "p<aaaa",
        "a<<",
        "<<",
        "passport ",
        "passport 1 ",
        "born ",
        "born 1 May ",
        "1 May 1984 ",
        "lives ",
        "1 A ",
        "A1 ",
        "1 Mill Lane ",
        "1 A1 1AA ",
        "AB12 CDE ",
        "car ",
        "account ",
        "account 1 ",
        "sort 12-34-56 ",
        "gb82 ",
        "GB82WEST",
        "4111 1111 1111 1111 ",
        "QQ123456C ",
        "MORGA657054SM9IJ",
        "12345678-1234-1234-1234-123456789012-",
        "eyJ",
        "AKIA",
        "ghp_",
        "begin private ",
        "\n",
        " ",
        "\u200b",
        "\u0301",
        "\u0430",
        "\ud800",
        "\ud83d\ude00",
        "a\n\n",
      })
  void noTextTakesLong(String fragment) {
    String text = fragment.repeat(LENGTH / fragment.length());

    assertThat(SEARCH.in(text)).allMatch(find -> find.end() <= text.length());
    assertThat(SEARCH.in("\n" + text + "\n\nWrite to sam@example.org."))
        .as("what stands behind it")
        .isNotEmpty();
  }
}
