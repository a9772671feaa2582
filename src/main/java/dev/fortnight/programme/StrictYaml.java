package dev.fortnight.programme;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML as Fortnight accepts it: one mapping of plain values. Duplicate keys, aliases, tags and
 * merges are refused, because they can change what a reader of the file believes it says. Only
 * {@code true} and {@code false} are booleans, and dates stay text.
 */
public final class StrictYaml {

  /** Deep enough for everything that Fortnight reads. */
  private static final int NESTING = 12;

  /** Parsing takes more than ten seconds at 5 MB. */
  private static final int LARGEST = 1_000_000;

  private static final Resolver PLAIN_TYPES = new PlainTypes();

  private StrictYaml() {}

  /**
   * A mapping and where its keys stand.
   *
   * @param values {@link String}, {@link Long}, {@link Double}, {@link Boolean}, null, {@link List}
   *     and {@link Map} of these, in the order of the file
   * @param lines the line of each key by its dotted path, from 1 within the text
   * @param places of all keys and plain values, in the order of the file
   */
  public record Mapping(
      Map<String, Object> values, Map<String, Integer> lines, List<YamlPlace> places) {

    /**
     * The line of each key with the numbers of list elements in its path, from 0, for example
     * {@code defaults.0.values}.
     */
    public Map<String, Integer> numberedLines() {
      Map<String, Integer> numbered = new LinkedHashMap<>();
      places.stream()
          .filter(YamlPlace::isKey)
          .forEach(place -> numbered.putIfAbsent(place.numbered(), place.line()));
      return numbered;
    }

    public int line(String path) {
      return lines.getOrDefault(path, 1);
    }
  }

  /** Where a value stands: its dotted path, and that with the numbers of list elements. */
  private record Place(String path, String numbered) {

    static final Place ROOT = new Place("", "");

    Place under(String key) {
      return new Place(joined(path, key), joined(numbered, key));
    }

    Place at(int element) {
      return new Place(path, joined(numbered, Integer.toString(element)));
    }

    private static String joined(String path, String name) {
      return path.isEmpty() ? name : path + "." + name;
    }
  }

  /** Says why a text is refused, and in which line of it. */
  public static final class RefusedException extends Exception {

    private final int line;

    RefusedException(String what, int line) {
      super(what);
      this.line = line;
    }

    /** From 1 within the text. */
    public int line() {
      return line;
    }
  }

  /**
   * Reads one mapping.
   *
   * @throws RefusedException if the text is not YAML or uses what is refused
   */
  public static Mapping read(String text) throws RefusedException {
    return read(text, LARGEST);
  }

  /**
   * Reads one mapping from a file whose author is trusted with its size.
   *
   * @param largest in characters
   */
  public static Mapping read(String text, int largest) throws RefusedException {
    if (text.length() > largest) {
      throw new RefusedException("this is over " + largest + " characters long", 1);
    }
    try {
      refuseIndirection(text);
      Node root = yaml().compose(new StringReader(text));
      if (root == null) {
        return new Mapping(Map.of(), Map.of(), List.of());
      }
      if (!(root instanceof MappingNode mapping)) {
        throw new RefusedException("keys with values are expected here", line(root));
      }
      YamlPlaces places = new YamlPlaces(text);
      Map<String, Object> values = mapping(mapping, Place.ROOT, places);
      return new Mapping(values, places.lines(), places.all());
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new RefusedException("this is not valid YAML (" + plain(e.getProblem()) + ")", line);
    } catch (YAMLException e) {
      throw new RefusedException("this is not valid YAML", 1);
    }
  }

  private static String plain(String problem) {
    return problem == null
        ? "unreadable"
        : problem.replaceAll("\\s+", " ").replaceAll("'.*?'", "…");
  }

  private static void refuseIndirection(String text) throws RefusedException {
    int depth = 0;
    for (Event event : yaml().parse(new StringReader(text))) {
      depth += event instanceof CollectionStartEvent ? 1 : 0;
      depth -= event instanceof CollectionEndEvent ? 1 : 0;
      if (depth > NESTING) {
        throw new RefusedException("values are nested too deeply here", line(event));
      }
      if (event instanceof AliasEvent
          || event instanceof NodeEvent node && node.getAnchor() != null) {
        throw new RefusedException("anchors and aliases are not accepted", line(event));
      }
      String tag =
          event instanceof ScalarEvent scalar
              ? scalar.getTag()
              : event instanceof CollectionStartEvent start ? start.getTag() : null;
      if (tag != null) {
        throw new RefusedException("tags are not accepted", line(event));
      }
    }
  }

  private static Map<String, Object> mapping(MappingNode node, Place place, YamlPlaces places)
      throws RefusedException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new RefusedException("a key must be a word", line(tuple.getKeyNode()));
      }
      String name = key.getValue();
      if (name.equals("<<")) {
        throw new RefusedException("merge keys are not accepted", line(key));
      }
      if (values.containsKey(name)) {
        throw new RefusedException("the key '" + name + "' stands here twice", line(key));
      }
      Place below = place.under(name);
      places.add(below.path(), below.numbered(), true, key);
      values.put(name, value(tuple.getValueNode(), below, places));
    }
    return values;
  }

  private static Object value(Node node, Place place, YamlPlaces places) throws RefusedException {
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, place, places);
    }
    if (node instanceof SequenceNode sequence) {
      List<Object> values = new ArrayList<>();
      for (Node element : sequence.getValue()) {
        values.add(value(element, place.at(values.size()), places));
      }
      return values;
    }
    places.add(place.path(), place.numbered(), false, (ScalarNode) node);
    return scalar((ScalarNode) node);
  }

  private static Object scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    if (tag.equals(Tag.INT)) {
      return Long.valueOf(text);
    }
    return tag.equals(Tag.FLOAT) ? number(text) : text;
  }

  /** A version such as 1.10 would come back as another one, so it stays text. */
  private static Object number(String text) {
    Double number = Double.valueOf(text);
    return number.toString().equals(text) ? number : text;
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(NESTING);
    DumperOptions dumper = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(dumper), dumper, options, PLAIN_TYPES);
  }

  /** The types that mean the same in every version of YAML. */
  private static final class PlainTypes extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("0|-?[1-9][0-9]{0,17}"), "-0123456789");
      addImplicitResolver(Tag.FLOAT, Pattern.compile("-?[0-9]{1,15}\\.[0-9]{1,15}"), "-0123456789");
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }
  }
}
