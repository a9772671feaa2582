package dev.fortnight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Says what is wrong with files in formats of others, by their own rules and by other libraries
 * than those that write them: Atom by RELAX NG, JSON Feed and CITATION.cff by JSON Schema, the
 * sitemap by XML Schema, the calendar by ical4j, JSON-LD by schema.org's types.
 */
public final class PublishedFormats {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PublishedFormats() {}

  /** Whether a file of a tree is in such a format. */
  public static boolean covers(String path) {
    return path.matches("(?:.*/)?(?:feed\\.xml|feeds/.*\\.xml|feed\\.json|CITATION\\.cff)")
        || path.matches("(?:.*/)?(?:sitemap\\.xml|calendar\\.ics|[^/]*\\.html)");
  }

  /** What is wrong with such a file. */
  public static List<String> faults(String path, String text) {
    try {
      if (path.endsWith("sitemap.xml")) {
        return ofSitemap(text);
      }
      if (path.endsWith(".xml")) {
        return ofAtom(text);
      }
      if (path.endsWith("feed.json")) {
        return bySchema("json-feed.json", MAPPER.readTree(text));
      }
      if (path.endsWith("CITATION.cff")) {
        return bySchema("citation-file.json", yaml(text));
      }
      return path.endsWith(".ics") ? ofCalendar(text) : ofPage(text);
    } catch (IOException e) {
      return List.of(e.toString());
    }
  }

  private static List<String> ofAtom(String text) throws IOException {
    Faults faults = new Faults();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, faults);
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try {
      if (!driver.loadSchema(new InputSource(new StringReader(rules("atom.rnc"))))) {
        throw new AssertionError("the rules of Atom cannot be read: " + faults.found);
      }
      driver.validate(new InputSource(new StringReader(text)));
    } catch (SAXException e) {
      faults.found.add(e.getMessage());
    }
    return faults.found;
  }

  private static List<String> ofSitemap(String text) throws IOException {
    Faults faults = new Faults();
    try {
      SchemaFactory schemas = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      Validator validator =
          schemas
              .newSchema(new StreamSource(new StringReader(rules("sitemap.xsd"))))
              .newValidator();
      validator.setErrorHandler(faults);
      validator.validate(new StreamSource(new StringReader(text)));
    } catch (SAXException e) {
      faults.found.add(e.getMessage());
    }
    return faults.found;
  }

  private static List<String> ofCalendar(String text) throws IOException {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      Stream<String> events =
          calendar.getComponents().stream()
              .flatMap(event -> event.validate().getEntries().stream())
              .map(String::valueOf);
      Stream<String> whole = calendar.validate().getEntries().stream().map(String::valueOf);
      return Stream.concat(whole, events).toList();
    } catch (ParserException e) {
      return List.of(e.getMessage());
    }
  }

  private static List<String> ofPage(String html) throws IOException {
    List<String> faults = new ArrayList<>();
    for (Element script : Jsoup.parse(html).select("script[type=application/ld+json]")) {
      JsonNode data = MAPPER.readTree(script.data());
      if (!data.path("@context").asText().equals("https://schema.org")) {
        faults.add("the words are not those of schema.org");
      }
      for (JsonNode thing : data.path("@graph")) {
        faults.addAll(SchemaOrg.faults(thing));
      }
    }
    return faults;
  }

  private static JsonNode yaml(String text) {
    Map<?, ?> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return MAPPER.valueToTree(file);
  }

  private static List<String> bySchema(String name, JsonNode data) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(rules(name), config)
        .validate(data)
        .stream()
        .map(String::valueOf)
        .toList();
  }

  private static String rules(String name) {
    try (var in = PublishedFormats.class.getResourceAsStream("/formats/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Faults implements ErrorHandler {

    private final List<String> found = new ArrayList<>();

    @Override
    public void warning(SAXParseException e) {
      found.add(e.getMessage());
    }

    @Override
    public void error(SAXParseException e) {
      found.add(e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      found.add(e.getMessage());
    }
  }
}
