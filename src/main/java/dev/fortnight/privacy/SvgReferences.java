package dev.fortnight.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What elements of an SVG refer to. A few lines that refer to each other can ask a browser to draw
 * billions of elements, so they are counted; and a name that nothing refers to is dropped.
 */
final class SvgReferences {

  private static final long MOST_DRAWN = 200_000;
  private static final int DEEPEST = 500;
  private static final long IN_PROGRESS = -1;

  private final Map<String, SvgElement> byId = new HashMap<>();
  private final Map<String, List<String>> styled = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Map<SvgElement, Long> drawn = new IdentityHashMap<>();
  private long followed;

  SvgReferences(SvgElement root, Collection<SvgStyleSheet> styles) {
    for (SvgStyleSheet style : styles) {
      style.references().forEach(this::style);
    }
    index(root);
  }

  private void style(String selected, List<String> names) {
    styled.computeIfAbsent(selected, any -> new ArrayList<>()).addAll(names);
    used.addAll(names);
    if (selected.startsWith("#")) {
      used.add(selected.substring(1));
    }
  }

  private void index(SvgElement element) {
    Map<String, String> attributes = element.attributes();
    if (attributes.containsKey("id")) {
      byId.putIfAbsent(attributes.get("id"), element);
    }
    used.addAll(named(element));
    for (String label : List.of("aria-labelledby", "aria-describedby")) {
      used.addAll(Arrays.asList(attributes.getOrDefault(label, "").split(" ")));
    }
    element.children().forEach(this::index);
  }

  private static List<String> named(SvgElement element) {
    List<String> names = new ArrayList<>();
    element.attributes().forEach((name, value) -> names.addAll(SvgValues.references(value)));
    SvgValues.reference(element.attributes().getOrDefault("href", "")).ifPresent(names::add);
    return names;
  }

  /**
   * @throws UnfitPictureException if it refers to itself or draws too much
   */
  void check(SvgElement root) throws UnfitPictureException {
    drawn(root, 0);
  }

  private long drawn(SvgElement element, int depth) throws UnfitPictureException {
    Long known = drawn.get(element);
    if (depth > DEEPEST || known != null && known == IN_PROGRESS) {
      throw UnfitPictureException.unusual("refers to itself");
    }
    if (known != null) {
      return known;
    }
    drawn.put(element, IN_PROGRESS);
    long sum = 1;
    for (SvgElement child : element.children()) {
      sum += drawn(child, depth + 1);
    }
    List<String> names = referred(element);
    followed += names.size();
    for (String name : names) {
      sum += byId.containsKey(name) ? drawn(byId.get(name), depth + 1) : 0;
    }
    if (sum > MOST_DRAWN || followed > MOST_DRAWN) {
      throw UnfitPictureException.tooLarge();
    }
    drawn.put(element, sum);
    return sum;
  }

  private List<String> referred(SvgElement element) {
    List<String> names = named(element);
    names.addAll(styled.getOrDefault("*", List.of()));
    names.addAll(styled.getOrDefault("#" + element.attributes().get("id"), List.of()));
    for (String name : element.attributes().getOrDefault("class", "").split(" ")) {
      names.addAll(styled.getOrDefault("." + name, List.of()));
    }
    return names;
  }

  /** Takes off names and classes that nothing refers to: they tell of the drawing's parts. */
  void prune(SvgElement element) {
    Map<String, String> attributes = element.attributes();
    attributes.computeIfPresent("id", (name, id) -> used.contains(id) ? id : null);
    attributes.computeIfPresent("class", (name, classes) -> keptClasses(classes));
    element.children().forEach(this::prune);
  }

  private String keptClasses(String classes) {
    List<String> kept = new ArrayList<>(List.of(classes.split(" ")));
    kept.removeIf(name -> !styled.containsKey("." + name));
    return kept.isEmpty() ? null : String.join(" ", kept);
  }
}
