package dev.fortnight.note;

import dev.fortnight.note.NoteConfiguration.DefaultSet;
import dev.fortnight.programme.StrictYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what concerns notes in Jekyll's {@code _config.yml}; all else in it is Jekyll's business.
 * What cannot be understood leaves the whole unreadable, because a note could stand at another
 * address than its author means.
 */
final class ConfigurationReader {

  private static final String PERMALINK = "permalink";

  private final Map<String, Object> values;
  private final ConfigurationProblems problems;

  private ConfigurationReader(String file, StrictYaml.Mapping document) {
    this.values = document.values();
    this.problems = new ConfigurationProblems(file, document);
  }

  /**
   * @param file as problems name it
   */
  static NoteConfiguration read(String file, String yaml) {
    try {
      return new ConfigurationReader(file, StrictYaml.read(yaml)).read();
    } catch (StrictYaml.RefusedException e) {
      return ConfigurationProblems.unreadable(file, e.line(), e.getMessage(), "Correct this line.");
    }
  }

  /** Any default says more than a collection, and a collection more than the whole site. */
  private NoteConfiguration read() {
    List<DefaultSet> sets = new ArrayList<>();
    permalink(values.get(PERMALINK), PERMALINK, DefaultScope.POSTS).ifPresent(sets::add);
    collections(sets);
    sets.addAll(defaults());
    return new NoteConfiguration(List.copyOf(sets), problems.isReadable(), problems.all());
  }

  /** A template or a style's name for the addresses of some kinds of notes. */
  private Optional<DefaultSet> permalink(Object value, String at, Set<NoteKind> kinds) {
    if (value == null) {
      return Optional.empty();
    }
    String text = value instanceof String written ? written.strip() : "";
    Optional<String> near = Permalink.nearStyle(text);
    if (text.isEmpty() || near.isPresent()) {
      problems.refuse(
          at,
          "'permalink' is neither a template nor a style",
          near.map(style -> "Did you mean '" + style + "'?")
              .orElse("Write a template such as '/:year/:title/'."));
      return Optional.empty();
    }
    Permalink permalink = Permalink.ofStyle(text);
    refuseUnknown(permalink, at);
    return Optional.of(
        new DefaultSet(
            new DefaultScope("", kinds, true), Map.of(PERMALINK, permalink.template()), Set.of()));
  }

  private void refuseUnknown(Permalink permalink, String at) {
    permalink
        .unknown()
        .ifPresent(
            unknown ->
                problems.refuse(
                    at, "'" + unknown + "' is not a placeholder", Permalink.remedy(unknown)));
  }

  private void collections(List<DefaultSet> sets) {
    if (!(values.get("collections") instanceof Map<?, ?> collections)) {
      return;
    }
    for (NoteKind kind : NoteKind.values()) {
      if (collections.get(kind.folder()) instanceof Map<?, ?> collection) {
        String at = "collections." + kind.folder() + "." + PERMALINK;
        permalink(collection.get(PERMALINK), at, EnumSet.of(kind)).ifPresent(sets::add);
      }
    }
  }

  private List<DefaultSet> defaults() {
    Object defaults = values.get("defaults");
    List<DefaultSet> sets = new ArrayList<>();
    if (defaults instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        set(list.get(i), "defaults." + i).ifPresent(sets::add);
      }
    } else if (defaults != null) {
      String remedy = "Write '- scope:' and 'values:' under it.";
      problems.refuse("defaults", "'defaults' is not a list", remedy);
    }
    sets.sort(Comparator.comparing(DefaultSet::scope, DefaultScope.LEAST_SPECIFIC_FIRST));
    return sets;
  }

  private Optional<DefaultSet> set(Object element, String at) {
    if (!(element instanceof Map<?, ?> set)
        || set.get("values") != null && !(set.get("values") instanceof Map)) {
      problems.refuse(
          at, "this is not a set of defaults", "Write keys under 'scope:' and 'values:'.");
      return Optional.empty();
    }
    DefaultScope scope = new ScopeReader(problems).read(set.get("scope"), at + ".scope");
    Map<?, ?> written = set.get("values") instanceof Map<?, ?> keys ? keys : Map.of();
    DefaultValues defaults = new DefaultValues(written, at + ".values", problems);
    if (defaults.kept().get(PERMALINK) instanceof String template) {
      refuseUnknown(new Permalink(template), at + ".values." + PERMALINK);
    }
    return Optional.of(new DefaultSet(scope, defaults.kept(), defaults.heldBackBy()));
  }
}
