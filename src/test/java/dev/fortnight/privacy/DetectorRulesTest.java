package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification and the detectors say the same, in the same words. */
class DetectorRulesTest {

  private static final Path PAGE = Path.of("src/test/resources/spec/personal-data.md");
  private static final Path DETECTORS = Path.of("src/main/java/dev/fortnight/privacy");

  private static Stream<Detector> detectors() {
    return PersonalDataSearch.detectors(Register.EMPTY, List.of()).stream();
  }

  @ParameterizedTest
  @MethodSource("detectors")
  void theRuleOpensASectionOfTheSpecification(Detector detector) throws IOException {
    assertThat(Files.readString(PAGE)).containsPattern(section(detector.rule()));
  }

  private static String section(String rule) {
    return "\n## [^\n]+\n\n\\Q" + rule + "\\E\n\n### Found\n|\n\\Q" + rule + "\\E\n\nThese four";
  }

  @Test
  void everyDetectorIsInTheSpecification() throws IOException {
    try (Stream<Path> files = Files.list(DETECTORS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith("Detector.java") && !name.equals("Detector.java"))
          .containsExactlyInAnyOrderElementsOf(
              detectors().map(detector -> detector.getClass().getSimpleName() + ".java").toList());
    }
  }
}
