package dev.fortnight.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fortnight.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with a register is told without anything of what stands in it. */
class RegisterTest {

  private static final String PASSPHRASE = "illustrative-passphrase";
  private static final Map<String, String> ENVIRONMENT =
      Map.of("FORTNIGHT_REGISTER_PASSPHRASE", PASSPHRASE);
  private static final String CANARY = "zanzibaricanary";
  private static final String YAML =
      """
      participants:
        - id: P07
          real_name: Jane Zanzibaricanary
          email: jane@zanzibaricanary.example
          consents: [{date: '2026-11-01', uses: public}]
      """;

  @TempDir Path folder;

  @Test
  void plainTextIsRead() throws IOException {
    assertThat(read(YAML.getBytes(StandardCharsets.UTF_8), Map.of()).called("P07")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatGpgEncryptsWithAPassphraseIsRead(boolean isArmoured) throws Exception {
    Register register = read(encrypted(isArmoured, true), ENVIRONMENT);

    assertThat(register.called("P07").orElseThrow().realName()).isEqualTo("Jane Zanzibaricanary");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void withoutItsPassphraseItIsNotRead(boolean isArmoured) throws Exception {
    byte[] bytes = encrypted(isArmoured, true);

    refused(bytes, Map.of(), "is encrypted");
    refused(bytes, Map.of("FORTNIGHT_REGISTER_PASSPHRASE", "wrong"), "cannot be decrypted");
  }

  @Test
  void whatWasChangedSinceItWasEncryptedIsNotRead() throws Exception {
    byte[] bytes = encrypted(false, true);
    bytes[bytes.length - 5] ^= 1;

    refused(bytes, ENVIRONMENT, "cannot be decrypted");
  }

  @Test
  void whatIsEncryptedWithoutAGuardAgainstChangesIsNotRead() throws Exception {
    refused(encrypted(false, false), ENVIRONMENT, "cannot be decrypted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: P07|zanzibaricanary: P07|has an unknown key in entry 1",
        "id: P07|ident: P07|has an unknown key in entry 1",
        "id: P07|role: officer|lacks 'id' in entry 1",
        "real_name: Jane Zanzibaricanary|role: officer|lacks 'real_name' in entry 1",
        "uses: public|uses: zanzibaricanary|has 'uses' that Fortnight does not know in entry 1",
        "2026-11-01|zanzibaricanary|has a date that cannot be read in entry 1",
        "participants:|people:|names nobody",
        "real_name: Jane|real_name: *Jane|is not plain YAML in line 3",
      })
  void whatIsWrongIsToldByItsPlace(String right, String wrong, String message) throws IOException {
    refused(YAML.replace(right, wrong).getBytes(StandardCharsets.UTF_8), Map.of(), message);
  }

  @Test
  void nothingOfItIsPrinted() throws IOException {
    Register register = read(YAML.getBytes(StandardCharsets.UTF_8), Map.of());

    assertThat(register.toString() + register.participants()).doesNotContainIgnoringCase(CANARY);
  }

  private Register read(byte[] bytes, Map<String, String> environment) throws IOException {
    return Register.read(Files.write(folder.resolve("register"), bytes), environment);
  }

  private void refused(byte[] bytes, Map<String, String> environment, String message) {
    assertThatThrownBy(() -> read(bytes, environment))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("the register " + folder.resolve("register") + " " + message)
        .satisfies(
            thrown ->
                assertThat(thrown.toString() + ((ProblemException) thrown).remedy())
                    .doesNotContainIgnoringCase(CANARY)
                    .doesNotContain(PASSPHRASE));
  }

  /**
   * As {@code gpg --symmetric} does it: compressed, then encrypted with a guard against changes.
   */
  private static byte[] encrypted(boolean isArmoured, boolean isGuarded)
      throws IOException, PGPException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    PGPEncryptedDataGenerator encryption =
        new PGPEncryptedDataGenerator(
            new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                .setWithIntegrityPacket(isGuarded)
                .setSecureRandom(new SecureRandom()));
    encryption.addMethod(new BcPBEKeyEncryptionMethodGenerator(PASSPHRASE.toCharArray()));
    PGPCompressedDataGenerator compression =
        new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZIP);
    try (OutputStream out = isArmoured ? new ArmoredOutputStream(file) : file;
        OutputStream secret = encryption.open(out, new byte[1 << 10]);
        OutputStream small = compression.open(secret);
        OutputStream literal =
            new PGPLiteralDataGenerator()
                .open(small, PGPLiteralData.BINARY, "", new Date(0), new byte[1 << 10])) {
      literal.write(YAML.getBytes(StandardCharsets.UTF_8));
    }
    return file.toByteArray();
  }
}
