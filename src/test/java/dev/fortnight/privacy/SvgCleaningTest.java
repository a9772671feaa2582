package dev.fortnight.privacy;

import static dev.fortnight.privacy.PictureTrace.FOREIGN;
import static dev.fortnight.privacy.PictureTrace.MOVEMENT;
import static dev.fortnight.privacy.PictureTrace.OUTSIDE;
import static dev.fortnight.privacy.PictureTrace.PERSON;
import static dev.fortnight.privacy.PictureTrace.SCRIPT;
import static dev.fortnight.privacy.PictureTrace.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SvgCleaningTest {

  @Test
  void aDrawingOfAnEditorKeepsWhatIsSeenAndRead() {
    Picture.Clean clean =
        clean(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="no"?>
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <!-- Created with Inkscape -->
            <!-- ask Illustrative Author -->
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
                xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
                xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"
                xmlns:dc="http://purl.org/dc/elements/1.1/" viewBox="0 0 90 60" id="root" data-owner="author"
                inkscape:export-filename="/home/author/a.png" sodipodi:docname="a.svg">
              <sodipodi:namedview inkscape:zoom="1"/>
              <metadata><rdf:RDF><cc:Work><dc:creator><cc:Agent><dc:title>Illustrative Author</dc:title></cc:Agent></dc:creator></cc:Work></rdf:RDF></metadata>
              <title>Two teams &amp; a queue</title>
              <desc>Permits wait.</desc>
              <style type="text/css"><![CDATA[
                /* by author */ @import url(https://example.org/a.css);
                .box, .other > rect { fill: #fff; stroke: url(#shade); cursor: url(x.cur) }
              ]]></style>
              <defs><linearGradient id="shade"><stop offset="0" stop-color="#1d70b8"/></linearGradient></defs>
              <g inkscape:label="Layer of author" id="layer-author" style="display:inline;-inkscape-font-specification:'Sans';fill:url( '#shade' )">
                <rect class="box author" x="1" y="2" width="30" height="20"/>
                <use xlink:href="#shade" x="3"/>
                <text x="5" y="9"><tspan>P</tspan><tspan>ermits</tspan></text>
              </g>
            </svg>
            """);

    assertThat(text(clean))
        .isEqualTo(
            """
            <svg viewBox="0 0 90 60" xmlns="http://www.w3.org/2000/svg">\
            <title>Two teams &amp; a queue</title><desc>Permits wait.</desc>\
            <style type="text/css">.box, .other &gt; rect{fill:#fff;stroke:url(#shade)}</style>\
            <defs><linearGradient id="shade"><stop offset="0" stop-color="#1d70b8"/></linearGradient></defs>\
            <g style="display:inline;fill:url( '#shade' )">\
            <rect class="box" x="1" y="2" width="30" height="20"/><use x="3" href="#shade"/>\
            <text x="5" y="9"><tspan>P</tspan><tspan>ermits</tspan></text></g></svg>
            """
                .replace("<use x=\"3\" href=\"#shade\"/>", "<use href=\"#shade\" x=\"3\"/>"));
    assertThat(clean.words())
        .isEqualTo("Two teams & a queue\nPermits wait.\n.box, .other > rect\nshade\nbox\nPermits");
    assertThat(clean.traces()).containsExactlyInAnyOrder(PERSON, WORDS);
    assertThat(text(clean(text(clean)))).isEqualTo(text(clean));
  }

  @Test
  void nothingInADrawingRuns() {
    Picture.Clean clean =
        clean(
            svg(
                """
                <script>a()</script><script href="x.js"/><x:script xmlns:x="http://www.w3.org/2000/svg">b()</x:script>
                <g onload="c()" onclick="d()"><a href="javascript:e()" xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:f()"><rect/></a></g>
                <set attributeName="href" to="javascript:g()"/><animate attributeName="href" values="javascript:h()"/>
                <foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><script>i()</script><p>Words</p></body></foreignObject>
                <handler xmlns="http://www.w3.org/2001/xml-events">j()</handler><text><script>k()</script></text>
                """));

    assertThat(text(clean)).isEqualTo(svg("<g><a><rect/></a></g><text/>") + "\n");
    assertThat(clean.traces()).containsExactlyInAnyOrder(SCRIPT, MOVEMENT, FOREIGN);
  }

  @Test
  void nothingInADrawingLoadsAnything() {
    Picture.Clean clean =
        clean(
            "<?xml-stylesheet href='https://example.org/a.css'?>"
                + svg(
                    """
                    <image href="https://example.org/a.png"/><image href="file:///etc/passwd"/>
                    <image href="data:image/svg+xml;base64,PHN2Zy8+"/><image href="data:text/html;base64,PHN2Zy8+"/>
                    <use href="https://example.org/a.svg#a"/><use href="data:image/svg+xml,x#a"/>
                    <rect fill="url(https://example.org/a.svg#a)"/><rect filter="url(#a) url(//example.org/b#c)"/>
                    <rect fill="\\75rl(//example.org)"/><rect style="fill:u\\72l(//example.org);mask:URL(//example.org)"/>
                    <rect style="background:url(//example.org);fill:image-set('//example.org' 1x)"/>
                    <rect fill="url/**/(//example.org)" xml:base="https://example.org/"/>
                    <feImage href="https://example.org"/><style>@font-face{src:url(//example.org)}</style>
                    <style>a{fill:url("//example.org")}@media all{rect{fill:url(//example.org)}}</style>
                    """));

    assertThat(text(clean))
        .isEqualTo(
            svg("<use/><use/><rect/><rect/><rect/><rect/><rect/><rect/><style/><style/>") + "\n");
    assertThat(clean.traces()).containsExactlyInAnyOrder(OUTSIDE, FOREIGN);
  }

  @Test
  void onlyAFontHasANameInQuotes() {
    assertThat(text(clean(svg("<text font-family=\"'Arial'\" style=\"fill:'Author'\"/>"))))
        .isEqualTo(svg("<text font-family=\"'Arial'\"/>") + "\n");
  }

  @Test
  void aPictureInADrawingIsCleanedToo() {
    byte[] author = SamplePictures.latin("Author\0" + SamplePictures.SECRET);
    byte[] source = SamplePictures.withPngChunk(SamplePictures.png(), "tEXt", author);

    Picture.Clean clean = clean(svg(image(source)));

    assertThat(text(clean)).isEqualTo(svg(image(clean(SamplePictures.png()))) + "\n");
    assertThat(clean.traces()).containsExactly(PERSON);
  }

  private static String image(Picture.Clean picture) {
    return image(picture.bytes());
  }

  private static String image(byte[] png) {
    return "<image href=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(png)
        + "\"/>";
  }

  @Test
  void aDrawingThatDefinesEntitiesIsRefused() {
    String bomb =
        """
        <!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY x SYSTEM "file:///etc/passwd">]>
        """;
    for (String text : new String[] {"&b;", "&x;", "&unknown;"}) {
      assertRefused(bomb + svg("<text>" + text + "</text>"), "is damaged");
    }
  }

  @Test
  void aDrawingThatDrawsItselfOrBillionsOfElementsIsRefused() {
    StringBuilder bomb = new StringBuilder("<g id='a0'><rect/></g>");
    StringBuilder styled = new StringBuilder("<style>");
    for (int i = 1; i < 30; i++) {
      String twice = "<use href='#a%d'/><use href='#a%d'/>".formatted(i - 1, i - 1);
      bomb.append("<g id='a%d'>%s</g>".formatted(i, twice));
      styled.append(".c%d{fill:url(#p%d)}".formatted(i, i - 1));
    }
    styled.append("</style>");
    for (int i = 0; i < 30; i++) {
      String rect = "<rect class='c%d'/>".formatted(i).repeat(2);
      styled.append("<pattern id='p%d'>%s</pattern>".formatted(i, rect));
    }

    assertRefused(svg(bomb.toString()), "is larger than a page can show");
    assertRefused(svg(styled.toString()), "is larger than a page can show");
    assertRefused(svg("<g id='a'><use href='#a'/></g>"), "refers to itself");
    assertRefused(svg("<g>".repeat(200) + "</g>".repeat(200)), "is larger than a page can show");
    assertRefused(svg("<g/>".repeat(100_001)), "is larger than a page can show");
  }

  @Test
  void whatIsNotOneDrawingInUtf8IsRefused() {
    assertRefused("<html><svg xmlns='http://www.w3.org/2000/svg'/></html>", "is not a picture");
    assertRefused(svg("<g>"), "is damaged");
    assertRefused(svg("") + svg(""), "is damaged");
    assertRefused(svg("<inkscape:path/>"), "is damaged");
    byte[] latin = SamplePictures.latin(svg("<title>\u00e9</title>"));
    assertThat(((Picture.Refused) Picture.of(latin)).why()).isEqualTo("is not written in UTF-8");
  }

  private static void assertRefused(String source, String why) {
    Picture picture = Picture.of(source.getBytes(StandardCharsets.UTF_8));
    assertThat(picture).isInstanceOf(Picture.Refused.class);
    assertThat(((Picture.Refused) picture).why()).startsWith(why);
  }

  private static String svg(String inner) {
    return inner.isEmpty()
        ? "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
        : "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inner + "</svg>";
  }

  private static String text(Picture.Clean clean) {
    return new String(clean.bytes(), StandardCharsets.UTF_8);
  }

  private static Picture.Clean clean(String source) {
    return PictureTest.clean(source.getBytes(StandardCharsets.UTF_8));
  }

  private static Picture.Clean clean(byte[] source) {
    return PictureTest.clean(source);
  }
}
