package dev.fortnight.site.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.note.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardTest {

  private static final byte[] CARD =
      Card.png(List.of(new Card.Row(3, 1), new Card.Row(0, 0), new Card.Row(30, 5)), "#00635d");

  /** The hash holds on every machine; a change of the drawing changes it. */
  @Test
  void theBytesAreTheseOnEveryMachine() {
    assertThat(Sha256.of(CARD))
        .isEqualTo("ce7cd57bfa3427d2846b809726827f2cff68d800ea75c13c488cb354c0de3b06");
    assertThat(CARD).hasSizeLessThan(20_000);
  }

  @Test
  void anotherProgramReadsCirclesRingsAndThePaperBetweenThem() throws Exception {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(CARD));

    assertThat(picture.getWidth()).isEqualTo(Card.WIDTH);
    assertThat(picture.getHeight()).isEqualTo(Card.HEIGHT);
    assertThat(colour(picture, 5, 5)).isEqualTo("00635d");
    assertThat(colour(picture, 600, 5)).isEqualTo("ffffff");
    assertThat(colour(picture, 110, 255)).as("a circle").isEqualTo("00635d");
    assertThat(colour(picture, 290, 255)).as("the bar in a ring").isEqualTo("00635d");
    assertThat(colour(picture, 290, 264)).as("the hole of a ring").isEqualTo("ffffff");
    assertThat(colour(picture, 290, 273)).as("a ring").isEqualTo("00635d");
    assertThat(colour(picture, 350, 255)).as("no voice").isEqualTo("ffffff");
  }

  private static String colour(BufferedImage picture, int x, int y) {
    return Integer.toHexString(picture.getRGB(x, y)).substring(2);
  }

  @Test
  void aProgrammeWithoutAssumptionsHasAPictureToo() throws Exception {
    byte[] card = Card.png(List.of(), "#ffffff");

    assertThat(ImageIO.read(new ByteArrayInputStream(card)).getWidth()).isEqualTo(Card.WIDTH);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 9, 33, 255, 257, 258, 259, 601, 1_000, 32_000})
  void whatIsCompressedIsWhatComesOut(int row) throws Exception {
    Random random = new Random(row);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    while (data.size() < 70_000) {
      int value = random.nextInt(256);
      for (int i = random.nextInt(700); i >= 0; i--) {
        data.write(random.nextInt(50) == 0 ? random.nextInt(256) : value);
      }
    }
    byte[] compressed = Zlib.compressed(data.toByteArray(), row);

    assertThat(new InflaterInputStream(new ByteArrayInputStream(compressed)).readAllBytes())
        .isEqualTo(data.toByteArray());
  }
}
