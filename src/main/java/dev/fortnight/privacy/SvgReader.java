package dev.fortnight.privacy;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the part of an SVG that may be published. Nothing is ever loaded, no entity defined. */
final class SvgReader {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final int MOST_ELEMENTS = 100_000;
  private static final int DEEPEST = 100;

  private static final Pattern OWN_NAME =
      Pattern.compile(
          "(?i)\\s*(generator|generated|created (with|by|using)|uploaded to).*", Pattern.DOTALL);
  private static final Pattern PICTURE =
      Pattern.compile("data:image/[a-z]{3,4};base64,(.*)", Pattern.DOTALL);

  private final Set<PictureTrace> traces = EnumSet.noneOf(PictureTrace.class);
  private final Deque<SvgElement> open = new ArrayDeque<>();
  private final Deque<String> dropped = new ArrayDeque<>();
  private Optional<SvgElement> root = Optional.empty();
  private int elements;

  /** What was left out and is worth telling. */
  Set<PictureTrace> traces() {
    return traces;
  }

  SvgElement read(String text) throws UnfitPictureException {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text));
      while (xml.hasNext()) {
        event(xml, xml.next());
      }
      xml.close();
    } catch (XMLStreamException e) {
      throw UnfitPictureException.damaged();
    }
    return root.orElseThrow(UnfitPictureException::unknown);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private void event(XMLStreamReader xml, int event) throws UnfitPictureException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
      case XMLStreamConstants.COMMENT -> comment(xml.getText());
      case XMLStreamConstants.ENTITY_REFERENCE -> throw UnfitPictureException.damaged();
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
        if (xml.getPITarget().equals("xml-stylesheet")) {
          traces.add(PictureTrace.OUTSIDE);
        }
      }
      default -> {}
    }
  }

  private void start(XMLStreamReader xml) throws UnfitPictureException {
    String name = xml.getLocalName();
    boolean isSvg = SVG.equals(xml.getNamespaceURI());
    if (root.isEmpty() && open.isEmpty() && !(isSvg && name.equals("svg"))) {
      throw UnfitPictureException.unknown();
    }
    if (++elements > MOST_ELEMENTS || open.size() + dropped.size() >= DEEPEST) {
      throw UnfitPictureException.tooLarge();
    }
    Optional<SvgElement> element =
        dropped.isEmpty() && isSvg && SvgNames.isKnown(name) ? element(xml) : Optional.empty();
    if (element.isEmpty()) {
      drop(xml, isSvg, name);
      return;
    }
    if (open.isEmpty()) {
      root = element;
    } else {
      open.peek().add(element.get());
    }
    open.push(element.get());
  }

  private void drop(XMLStreamReader xml, boolean isSvg, String name) {
    String full = xml.getPrefix() == null ? name : xml.getPrefix() + ":" + name;
    dropped.push(full.substring(0, Math.min(40, full.length())));
    if (isSvg && name.equals("script")) {
      traces.add(PictureTrace.SCRIPT);
    } else if (isSvg && SvgNames.moves(name)) {
      traces.add(PictureTrace.MOVEMENT);
    } else if (isSvg && (name.equals("foreignObject") || name.equals("feImage"))) {
      traces.add(PictureTrace.FOREIGN);
    }
  }

  private void end() {
    if (dropped.isEmpty()) {
      open.pop();
    } else {
      dropped.pop();
    }
  }

  private void text(String text) {
    boolean isText = open.stream().anyMatch(element -> SvgNames.mayHaveText(element.name()));
    if (dropped.isEmpty() && isText) {
      open.peek().add(text);
    } else if (!dropped.isEmpty() && !text.isBlank()) {
      traces.addAll(
          PictureTraces.ofXmp(dropped.stream().limit(4).collect(Collectors.joining(" "))));
    }
  }

  private void comment(String text) {
    if (!text.isBlank() && !OWN_NAME.matcher(text).matches()) {
      traces.add(PictureTrace.WORDS);
    }
  }

  /** An element with the attributes that may be published; empty for an image without a source. */
  private Optional<SvgElement> element(XMLStreamReader xml) {
    SvgElement element = new SvgElement(xml.getLocalName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = attribute(xml, i);
      if (name.equals("href") && !element.name().equals("a")) {
        reference(element, xml.getAttributeValue(i));
      } else if (!name.equals("href") && SvgNames.isAttribute(name)) {
        SvgValues.attribute(name, xml.getAttributeValue(i))
            .ifPresent(value -> element.attributes().put(name, value));
      } else if (name.toLowerCase(Locale.ROOT).startsWith("on")) {
        traces.add(PictureTrace.SCRIPT);
      } else if (name.endsWith(":export-filename") || name.endsWith(":absref")) {
        traces.add(PictureTrace.PERSON);
      }
    }
    boolean isEmpty = element.name().equals("image") && !element.attributes().containsKey("href");
    return isEmpty ? Optional.empty() : Optional.of(element);
  }

  /** The name by which the allow list knows an attribute. */
  private static String attribute(XMLStreamReader xml, int i) {
    String namespace = xml.getAttributeNamespace(i);
    String name = xml.getAttributeLocalName(i);
    if (namespace == null || namespace.isEmpty() || XLINK.equals(namespace)) {
      return XLINK.equals(namespace) && !name.equals("href") ? "xlink:" + name : name;
    }
    return XML.equals(namespace) ? "xml:" + name : xml.getAttributePrefix(i) + ":" + name;
  }

  private void reference(SvgElement element, String value) {
    Optional<String> kept =
        element.name().equals("image") ? picture(value) : SvgValues.attribute("href", value);
    kept.ifPresent(reference -> element.attributes().putIfAbsent("href", reference));
    if (kept.isEmpty()) {
      traces.add(PictureTrace.OUTSIDE);
    }
  }

  /** A picture inside the picture, cleaned like any other. */
  private Optional<String> picture(String value) {
    Matcher data = PICTURE.matcher(value.strip());
    if (!data.matches()) {
      return Optional.empty();
    }
    try {
      byte[] source = Base64.getMimeDecoder().decode(data.group(1));
      if (PictureCleaning.raster(source) instanceof Picture.Clean clean) {
        traces.addAll(clean.traces());
        String kind = clean.extension().replace("jpg", "jpeg");
        String bytes = Base64.getEncoder().encodeToString(clean.bytes());
        return Optional.of("data:image/" + kind + ";base64," + bytes);
      }
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
