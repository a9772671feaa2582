package dev.fortnight.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fortnight.problem.SourceLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author wrote and readers do not see. */
class OmissionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[x](javascript:alert(1))          | a link that runs a script is removed, so only the words are shown. Link to a page instead.",
        "[x](JaVaScRiPt:alert(1))          | a link that runs a script is removed, so only the words are shown. Link to a page instead.",
        "[x]: vbscript:x                   | ",
        "<a href=vbscript:x>x</a>          | a link that runs a script is removed, so only the words are shown. Link to a page instead.",
        "[x](data:text/html,x)             | a link that holds its own content is removed, so only the words are shown. Write the content into the note, or link to a page that has it.",
        "[x](ftp://example.org/a)          | links to 'ftp:' addresses are not published, so only the words are shown. Link to a web page, an e-mail address or a telephone number: https:, mailto: or tel:.",
        "<sms:112>                         | links to 'sms:' addresses are not published, so only the words are shown. Link to a web page, an e-mail address or a telephone number: https:, mailto: or tel:.",
        "[x](file:///home/a.md)            | this leads to a file on one computer, so only the words are shown. Link to a note by its relative path, or to a web page.",
        "[x](C:/notes/a.md)                | this leads to a file on one computer, so only the words are shown. Link to a note by its relative path, or to a web page.",
        "[x](12:30-call.md)                | the colon in this address makes it none that leads anywhere, so only the words are shown. Write %3A in its place, or give the file another name.",
        "![x](data:image/png;base64,AA)    | this is not the address of an image file, so only its description is shown. Put the image into research/media and link to it by a relative path.",
        "[x](mailto:team@example.org)      | ",
        "[x](tel:112)                      | ",
        "[x](https://example.org/a:b)      | ",
      })
  void aLinkThatLosesItsAddressIsTold(String text, String problem) {
    assertThat(new Illustration().note("pages/a.md", "Before.\n\n" + text + "\n").problems())
        .isEqualTo(problem == null ? "" : "research/pages/a.md:3: " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "style", "iframe", "title"})
  void anElementThatSwallowsTheRestIsTold(String name) {
    String problem =
        "this <"
            + name
            + "> is never closed, so nothing of what follows it is shown. Close it with </"
            + name
            + ">, or take it out.";
    assertThat(
            new Illustration()
                .note("pages/a.md", "Before.\n\n<" + name + ">\n\nAfter.\n")
                .note("pages/b.md", "Before <" + name.toUpperCase() + " class=x> and after.\n")
                .note("pages/c.md", "Before.\n\n<" + name + "/>\n\nAfter.\n")
                .note("pages/e.md", "`<" + name + ">` and \\<" + name + ">\n\n    <" + name + ">\n")
                .problems())
        .isEqualTo(
            "research/pages/a.md:3: "
                + problem
                + "\nresearch/pages/b.md:1: "
                + problem
                + "\nresearch/pages/c.md:3: "
                + problem);
  }

  @Test
  void anElementOfWhichNothingIsShownIsTold() {
    assertThat(
            new Illustration()
                .note("pages/a.md", "Before <iframe src=x></iframe> and <b>after</b>.\n")
                .note(
                    "pages/b.md", "İİ\n\n<SCRIPT>\n\n1 < 2\n\n</Script >\n\n<style>p {}</style>\n")
                .note("pages/c.md", "`<style>x</style>`\n\n<!-- <script></script> -->\n")
                .problems())
        .isEqualTo(
            """
            research/pages/a.md:1: nothing of a <iframe> is published, so it is not shown. Link to the page that it shows.
            research/pages/b.md:3: nothing of a <script> is published, so it is not shown. Take it out, or write it in a fence of ``` to show it as code.
            research/pages/b.md:9: nothing of a <style> is published, so it is not shown. Take it out, or write it in a fence of ``` to show it as code.""");
  }

  @Test
  void lettersThatGrowInSmallLettersMoveNoPlace() {
    assertThat(
            new Illustration()
                .note("pages/a.md", "<p>İİİİ<title>in</title><script>\n\nAfter.\n")
                .check()
                .problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.location().columns())
                    .contains(new SourceLocation.Columns(25, 33)));
  }

  @Test
  void commentsAndTagsThatNeverEndAreTold() {
    assertThat(
            new Illustration()
                .note("pages/a.md", "Before.\n\n<!-- later\n\nAfter.\n")
                .note("pages/b.md", "Before.\n\n<!-- now -->\n\n<!-- <script> -->\n\nAfter.\n")
                .note("pages/c.md", "Before.\n\n<textarea>\n\nAfter.\n")
                .note("pages/d.md", "Before.\n\n<p title=\"x\n\nAfter.\n")
                .note("pages/e.md", "<p title=\"<script>\">x</p>\n\n1 < 2 <!-- and\n")
                .note("pages/f.md", "Before.\n\n<?php x\n\nAfter.\n")
                .problems())
        .isEqualTo(
            """
            research/pages/a.md:3: '<!--' is never closed, so nothing of what follows it is shown. Close it with '-->', or take it out.
            research/pages/c.md:3: this <textarea> is never closed, so what follows it shows as code. Close it with </textarea>, or take it out.
            research/pages/d.md:3: this tag has no '>' at its end, so what follows it is not shown as it is written. Complete it, or write &lt; for '<'.
            research/pages/f.md:3: '<?' is never closed, so nothing of what follows it is shown. Close it with '?>', or take it out.""");
  }

  @Test
  void whatIsNotPublishedMayLackAnything() {
    assertThat(
            new Illustration()
                .note("interviews/a.md", "---\nconsent: internal\n---\n<script>[x](ftp://a/)\n")
                .problems())
        .isEmpty();
  }
}
