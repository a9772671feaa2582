package dev.fortnight.privacy;

import dev.fortnight.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** A file encrypted with a passphrase in the OpenPGP format (RFC 4880). */
final class EncryptedFile {

  private static final String PASSPHRASE = "FORTNIGHT_REGISTER_PASSPHRASE";
  private static final String ARMOUR = "-----BEGIN PGP MESSAGE-----";

  private EncryptedFile() {}

  /** What a file holds; bytes that are not encrypted come back as they are. */
  static byte[] plain(byte[] bytes, Path file, Map<String, String> environment) {
    if (!isEncrypted(bytes)) {
      return bytes;
    }
    String passphrase = environment.getOrDefault(PASSPHRASE, "");
    if (passphrase.isEmpty()) {
      throw new ProblemException(
          "the register " + file + " is encrypted", "Set " + PASSPHRASE + " to its passphrase.");
    }
    try {
      return decrypted(bytes, passphrase);
    } catch (PGPException | IOException | RuntimeException e) {
      throw new ProblemException(
          "the register " + file + " cannot be decrypted",
          "Check " + PASSPHRASE + ", and that 'gpg --decrypt' can read the file.",
          e);
    }
  }

  /** OpenPGP begins with a byte that no text in UTF-8 begins with. */
  private static boolean isEncrypted(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.ISO_8859_1);
    int first = bytes.length == 0 ? 0 : bytes[0] & 0xff;
    return start.stripLeading().startsWith(ARMOUR)
        || first == 0x8c
        || first == 0xc3 && bytes[1] < 0x80 && bytes[1] >= 0;
  }

  private static byte[] decrypted(byte[] bytes, String passphrase)
      throws PGPException, IOException {
    InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes));
    Object packet = new BcPGPObjectFactory(in).nextObject();
    PGPPBEEncryptedData data =
        (PGPPBEEncryptedData) ((PGPEncryptedDataList) packet).iterator().next();
    InputStream clear =
        data.getDataStream(
            new BcPBEDataDecryptorFactory(
                passphrase.toCharArray(), new BcPGPDigestCalculatorProvider()));
    byte[] plain = literal(clear);
    if (!data.isIntegrityProtected() || !data.verify()) {
      throw new IOException("the file was changed since it was encrypted");
    }
    return plain;
  }

  private static byte[] literal(InputStream clear) throws PGPException, IOException {
    BcPGPObjectFactory packets = new BcPGPObjectFactory(clear);
    Object packet = packets.nextObject();
    if (packet instanceof PGPCompressedData compressed) {
      packet = new BcPGPObjectFactory(compressed.getDataStream()).nextObject();
    }
    return ((PGPLiteralData) packet).getInputStream().readAllBytes();
  }
}
