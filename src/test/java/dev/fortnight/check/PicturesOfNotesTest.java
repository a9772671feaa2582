package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.note.Sha256;
import dev.fortnight.privacy.SamplePictures;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What becomes of the pictures that notes show. */
class PicturesOfNotesTest {

  @Test
  void aPictureWithAWrongEndingIsPublishedUnderItsOwn() {
    CheckedFile file = published(SamplePictures.png());

    assertThat(file.address()).isEqualTo("media/" + Sha256.of(file.content()) + ".png");
  }

  @Test
  void aPictureThatTellsOfAPersonIsPublishedWithoutThatAndItsHistoryRemembered() {
    byte[] plain = SamplePictures.png();
    byte[] author = "Author\0Illustrative Author".getBytes(StandardCharsets.ISO_8859_1);
    byte[] source = SamplePictures.withPngChunk(plain, "tEXt", author);

    assertThat(published(source).content()).isEqualTo(published(plain).content());
    assertThat(showing(source).problems())
        .isEqualTo(
            "research/pages/a.md:1: research/media/a.jpg also holds who made or owns it, which is"
                + " published nowhere but stays in the repository and its history. If others read"
                + " the repository, export the picture again without that and take the old file"
                + " out of its history.");
  }

  @Test
  void whatIsHarmlessInAPictureIsTakenOutWithoutAWord() {
    byte[] plain = SamplePictures.png();
    byte[] source = SamplePictures.withPngChunk(plain, "tEXt", "Software\0x".getBytes());

    assertThat(published(source).content()).isEqualTo(published(plain).content());
    assertThat(showing(source).problems()).isEmpty();
  }

  @Test
  void whatCannotBeCleanedIsNotPublishedAndItsNoteIs() {
    Illustration illustration = showing("BM is no picture of ours".getBytes());

    assertThat(illustration.research().files()).isEmpty();
    assertThat(illustration.research().notes()).hasSize(1);
    assertThat(illustration.problems())
        .isEqualTo(
            "research/pages/a.md:1: research/media/a.jpg is not a picture that Fortnight can"
                + " clean, so it is not published. Export it as PNG or JPEG.");
  }

  @Test
  void anSvgIsPublishedWithoutItsScriptAndItsWordsCanBeSearched() {
    String source =
        "<svg xmlns='http://www.w3.org/2000/svg'><title>Two teams</title><script>x()</script>"
            + "<text>Parking</text></svg>";
    CheckedFile file = published(source.getBytes());

    assertThat(file.address()).endsWith(".svg");
    assertThat(file.words()).isEqualTo("Two teams\nParking");
    assertThat(new String(file.content(), StandardCharsets.UTF_8)).doesNotContain("x()");
    assertThat(showing(source.getBytes()).problems())
        .isEqualTo(
            "research/pages/a.md:1: research/media/a.jpg also holds a script, so it is published"
                + " without that. Look at it in the preview, and export it as PNG if something is"
                + " missing.");
  }

  @Test
  void anSvgMayBeTheLogo() {
    CheckedResearch research =
        new Illustration()
            .programme("title: x\nsite: {logo: media/logo.svg}\n")
            .media("media/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes())
            .research();

    assertThat(research.files().get("media/logo.svg").address()).endsWith(".svg");
  }

  private static CheckedFile published(byte[] bytes) {
    return showing(bytes).research().files().get("media/a.jpg");
  }

  private static Illustration showing(byte[] bytes) {
    return new Illustration()
        .media("media/a.jpg", bytes)
        .note("pages/a.md", "![A](../media/a.jpg)\n");
  }
}
