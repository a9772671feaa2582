package dev.fortnight.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SVG, written anew from an allow list: shapes, text, gradients, filters and plain styles. Whatever
 * runs, moves, loads or is some editor's is left out. Titles and descriptions stay, because screen
 * readers read them.
 */
final class SvgCleaner implements PictureCleaner {

  private static final int LONGEST = 5_000_000;
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  @Override
  public boolean knows(byte[] source) {
    String text = PictureBytes.latin(source);
    String start = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    int first = 0;
    while (first < start.length() && Character.isWhitespace(start.charAt(first))) {
      first++;
    }
    return start.startsWith("<", first) && (text.contains("<svg") || text.contains(":svg"));
  }

  @Override
  public Picture.Clean clean(byte[] source) throws UnfitPictureException {
    SvgReader reader = new SvgReader();
    SvgElement root = reader.read(text(source));
    List<SvgStyleSheet> styles = new ArrayList<>();
    for (SvgElement style : all("style", root, new ArrayList<>())) {
      SvgStyleSheet sheet = new SvgStyleSheet(style.text());
      style.replace(sheet.text());
      styles.add(sheet);
    }
    SvgReferences references = new SvgReferences(root, styles);
    references.check(root);
    references.prune(root);
    root.attributes().put("xmlns", NAMESPACE);
    StringBuilder out = new StringBuilder();
    root.write(out);
    byte[] bytes = out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    return new Picture.Clean(bytes, "svg", reader.traces(), SvgWords.of(root));
  }

  private static String text(byte[] source) throws UnfitPictureException {
    if (source.length > LONGEST) {
      throw UnfitPictureException.tooLarge();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw UnfitPictureException.unusual("is not written in UTF-8");
    }
  }

  private static List<SvgElement> all(String name, SvgElement element, List<SvgElement> found) {
    Optional.of(element).filter(any -> any.name().equals(name)).ifPresent(found::add);
    element.children().forEach(child -> all(name, child, found));
    return found;
  }
}
