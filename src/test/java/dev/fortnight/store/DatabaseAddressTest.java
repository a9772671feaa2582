package dev.fortnight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import dev.fortnight.problem.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

  private static final Path DATA = Path.of("data");
  private static final String URL = "jdbc:postgresql://db.example:5432/fortnight";

  @Test
  void stateIsInTheDataFolderUnlessAServerIsNamed() {
    assertThat(DatabaseAddress.of(DATA, Map.of())).isEqualTo(new DatabaseAddress.Embedded(DATA));
    assertThat(DatabaseAddress.of(DATA, Map.of("FORTNIGHT_DATABASE_URL", " ")))
        .isEqualTo(new DatabaseAddress.Embedded(DATA));
  }

  @Test
  void environmentNamesTheServerAndWhoAsks() {
    assertThat(
            DatabaseAddress.of(
                DATA,
                Map.of(
                    "FORTNIGHT_DATABASE_URL", URL + "\n",
                    "FORTNIGHT_DATABASE_USER", "fortnight",
                    "FORTNIGHT_DATABASE_PASSWORD", "illustrative")))
        .isEqualTo(
            new DatabaseAddress.Server(
                URL, Optional.of("fortnight"), Optional.of(new Secret("illustrative"))));
  }

  @Test
  void passwordIsNotPrinted() {
    assertThat(
            DatabaseAddress.of(
                DATA,
                Map.of(
                    "FORTNIGHT_DATABASE_URL", URL, "FORTNIGHT_DATABASE_PASSWORD", "illustrative")))
        .hasToString("Server[url=" + URL + ", user=Optional.empty, password=Optional[***]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example/fortnight?password=hush-hush",
        "jdbc:postgresql://db.example/fortnight?user=me&PassWord=hush-hush",
        "jdbc:postgresql://db.example/fortnight?sslpassword=hush-hush",
        "jdbc:postgresql://me:hush-hush@db.example/fortnight",
        "postgres://me:hush-hush@db.example/fortnight"
      })
  void passwordInTheUrlIsRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> DatabaseAddress.of(DATA, Map.of("FORTNIGHT_DATABASE_URL", url)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.advice())
                    .isEqualTo(
                        "FORTNIGHT_DATABASE_URL holds a user or a password in a place where it"
                            + " would be shown. Leave it out of the URL, and name it in"
                            + " FORTNIGHT_DATABASE_USER and FORTNIGHT_DATABASE_PASSWORD."))
        .hasNoCause();
  }

  @Test
  void urlOfSomethingElseIsRefusedAndNotRepeated() {
    assertThatThrownBy(
            () -> DatabaseAddress.of(DATA, Map.of("FORTNIGHT_DATABASE_URL", "jdbc:mysql://x/y")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.advice())
                    .isEqualTo(
                        "FORTNIGHT_DATABASE_URL is not the address of a PostgreSQL database. Write"
                            + " it as jdbc:postgresql://HOST:PORT/DATABASE, or leave it out to"
                            + " keep the state in the data folder."));
  }

  @Test
  void passwordThatCannotBeUsedIsNotRepeated() {
    assertThatThrownBy(
            () ->
                DatabaseAddress.of(
                    DATA,
                    Map.of(
                        "FORTNIGHT_DATABASE_URL", URL, "FORTNIGHT_DATABASE_PASSWORD", "hush hush")))
        .hasMessage("FORTNIGHT_DATABASE_PASSWORD holds spaces, or characters beyond ASCII");
  }
}
