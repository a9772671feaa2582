package dev.fortnight.privacy;

import static dev.fortnight.privacy.SamplePictures.bytes;
import static dev.fortnight.privacy.SamplePictures.latin;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Pictures in which single bits and bytes are wrong, markers amid the compressed pixels among them:
 * each is refused, or cleaned into one that shows what it showed and carries nothing behind it.
 */
class DamagedPicturesTest {

  private static final int TRIES = 1500;
  private static final String TRAILER = "sam@zanzibaricanary.example";

  @TestFactory
  Stream<DynamicTest> areRefusedOrCleanedToTheSamePixelsWithoutATrace() {
    return Map.of(
            "png", SamplePictures.png(),
            "palette png", SamplePictures.palettePng(),
            "jpg", SamplePictures.jpeg(),
            "progressive jpg", SamplePictures.progressive("jpg"),
            "gif", SamplePictures.gif(),
            "animated gif", SamplePictures.animatedGif(),
            "webp", SamplePictures.webp())
        .entrySet()
        .stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(), () -> damage(sample.getKey(), sample.getValue())));
  }

  /** Where decoders skip what they do not know, somebody can hide what nobody sees. */
  @TestFactory
  Stream<DynamicTest> segmentsAmidTheScanAreRefusedOrTakenOut() {
    byte[] jpeg = SamplePictures.jpeg();
    return Stream.of(0xe0, 0xe1, 0xed, 0xfe, 0xdb, 0xf0, 0x02)
        .map(
            marker ->
                DynamicTest.dynamicTest(
                    Integer.toHexString(marker),
                    () -> {
                      byte[] segment = SamplePictures.jpegSegment(marker, latin(TRAILER));
                      for (int back = 2; back < 40; back++) {
                        Picture picture =
                            Picture.of(SamplePictures.insert(jpeg, jpeg.length - back, segment));
                        if (picture instanceof Picture.Clean clean) {
                          assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1))
                              .as("%d bytes before the end", back)
                              .doesNotContain(TRAILER);
                        }
                      }
                    }));
  }

  private static void damage(String name, byte[] sample) {
    for (int seed = 0; seed < TRIES; seed++) {
      byte[] source = bytes(damaged(sample, new Random(seed)), latin(TRAILER));
      if (Picture.of(source) instanceof Picture.Clean clean) {
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1))
            .as("%s, seed %d", name, seed)
            .doesNotContain(TRAILER);
        assertThat(Picture.of(clean.bytes()))
            .as("%s, seed %d: clean again", name, seed)
            .isInstanceOfSatisfying(
                Picture.Clean.class, again -> assertThat(again.bytes()).isEqualTo(clean.bytes()));
        samePixels(name, seed, source, clean.bytes());
      }
    }
  }

  /** What nothing here can decode shows nothing. */
  private static void samePixels(String name, int seed, byte[] source, byte[] clean) {
    int[] before;
    try {
      before = SamplePictures.pixels(source);
    } catch (RuntimeException | AssertionError e) {
      return;
    }
    assertThat(SamplePictures.pixels(clean)).as("%s, seed %d", name, seed).isEqualTo(before);
  }

  /** Flips a bit, or puts in a byte, a marker of JPEG, or the beginning of another part. */
  private static byte[] damaged(byte[] sample, Random random) {
    byte[] damaged = sample.clone();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(damaged.length - 1);
      switch (random.nextInt(4)) {
        case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> damaged[at] = (byte) random.nextInt(256);
        case 2 -> {
          damaged[at] = (byte) 0xff;
          damaged[at + 1] = (byte) random.nextInt(256);
        }
        default ->
            damaged =
                SamplePictures.insert(
                    damaged, at, new byte[] {(byte) 0xff, (byte) random.nextInt(256)});
      }
    }
    return damaged;
  }
}
