package dev.fortnight.privacy;

import static dev.fortnight.privacy.SamplePictures.SECRET;
import static dev.fortnight.privacy.SamplePictures.bytes;
import static dev.fortnight.privacy.SamplePictures.latin;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PictureTest {

  private static final Map<String, byte[]> SAMPLES = samples();

  private static Map<String, byte[]> samples() {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("png", SamplePictures.png());
    samples.put("grey png", SamplePictures.greyPng());
    samples.put("palette png", SamplePictures.palettePng());
    samples.put("interlaced png", SamplePictures.progressive("png"));
    samples.put("animated png", SamplePictures.animatedPng());
    samples.put("jpg", SamplePictures.jpeg());
    samples.put("progressive jpg", SamplePictures.progressive("jpg"));
    samples.put("gif", SamplePictures.gif());
    samples.put("animated gif", SamplePictures.animatedGif());
    samples.put("webp", SamplePictures.webp());
    samples.put("lossy webp", SamplePictures.lossyWebp());
    samples.put("transparent webp", SamplePictures.transparentWebp());
    samples.put("animated webp", SamplePictures.animatedWebp());
    samples.put("svg", latin("<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9'/></svg>"));
    return samples;
  }

  @TestFactory
  Stream<DynamicTest> aPictureIsNamedByWhatItHoldsAndItsCleanFormIsItself() {
    return each(
        (name, source) -> {
          Picture.Clean clean = clean(source);

          assertThat(name).endsWith(clean.extension());
          assertThat(clean.traces()).isEmpty();
          assertThat(clean(clean.bytes()).bytes()).isEqualTo(clean.bytes());
          if (!name.endsWith("webp") && !name.endsWith("svg")) {
            assertThat(SamplePictures.pixels(clean.bytes()))
                .isEqualTo(SamplePictures.pixels(source));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whatStandsAfterTheEndIsCutAndTold() {
    byte[] trailer = latin("PK\3\4" + SECRET + "<script>");
    return each(
        (name, source) -> {
          if (!name.endsWith("svg")) {
            Picture.Clean clean = clean(bytes(source, trailer));

            assertThat(clean.bytes()).isEqualTo(clean(source).bytes());
            assertThat(clean.traces()).containsExactly(PictureTrace.TRAILER);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aTruncatedPictureIsRefused() {
    return each(
        (name, source) -> {
          for (int length = 0; length < source.length; length++) {
            assertThat(Picture.of(Arrays.copyOf(source, length)))
                .as("%s of %s bytes", length, source.length)
                .isInstanceOf(Picture.Refused.class);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whateverADamagedPictureGivesIsCleanForGood() {
    return each(
        (name, source) -> {
          Random random = new Random(7);
          for (int round = 0; round < 500; round++) {
            byte[] damaged = damaged(source, random);
            if (Picture.of(damaged) instanceof Picture.Clean once) {
              assertThat(clean(once.bytes()).bytes()).isEqualTo(once.bytes());
            }
          }
        });
  }

  @Test
  void whatIsNoPictureIsRefusedWithWhatToDo() {
    for (String text :
        new String[] {
          "",
          "GIF",
          "%PDF-1.7",
          "BM",
          "II*\0",
          "\0\0\0\u0018ftypheic",
          "\0\0\0\u001cftypavif",
          "<!doctype html><p>Text",
          "<svg/>"
        }) {
      assertThat(Picture.of(latin(text)))
          .as(text)
          .isEqualTo(
              new Picture.Refused(
                  "is not a picture that Fortnight can clean", "Export it as PNG or JPEG."));
    }
  }

  @Test
  void aFileThatOnlyBeginsLikeAPictureIsRefused() {
    for (String magic : new String[] {"\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff", "GIF89a"}) {
      assertThat(Picture.of(latin(magic + "<script>alert(1)</script>".repeat(40))))
          .isInstanceOf(Picture.Refused.class);
    }
  }

  static Picture.Clean clean(byte[] source) {
    assertThat(Picture.of(source)).isInstanceOf(Picture.Clean.class);
    return (Picture.Clean) Picture.of(source);
  }

  private static byte[] damaged(byte[] source, Random random) {
    byte[] damaged = source.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    return damaged;
  }

  private interface Claim {
    void holds(String name, byte[] source);
  }

  private static Stream<DynamicTest> each(Claim claim) {
    return SAMPLES.entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(), () -> claim.holds(sample.getKey(), sample.getValue())));
  }
}
