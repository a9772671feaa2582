package dev.fortnight.site;

import java.util.Map;
import java.util.Set;
import liqp.TemplateContext;

/** Notices whether what an include renders hangs on more than the site and what it is given. */
final class IncludeContext extends TemplateContext {

  /** What tags remember from one place of a page to another. */
  private static final Set<String> ACROSS = Set.of(REGISTRY_CYCLE, REGISTRY_IFCHANGED);

  private boolean reachesOut;

  IncludeContext(Map<String, Object> given, TemplateContext page) {
    super(Inclusion.variables(given), page);
  }

  /** Whether it looked at something of the page around it, or left something there. */
  boolean reachesOut() {
    return reachesOut || !getEnvironmentMap().isEmpty();
  }

  /** Tells all includes that a place is in that it hangs on what surrounds it. */
  static void reachOut(TemplateContext place) {
    place.getRegistry(REGISTRY_CYCLE);
  }

  @Override
  public boolean containsKey(String key) {
    return look(key, super.containsKey(key));
  }

  @Override
  public Object get(String key) {
    return look(key, super.get(key));
  }

  private <T> T look(String key, T found) {
    reachesOut |= !key.equals(Inclusion.GIVEN) && !key.equals("site");
    return found;
  }

  @Override
  public Object put(String key, Object value, boolean onPage) {
    reachesOut = true;
    return super.put(key, value, onPage);
  }

  @Override
  public Object remove(String key) {
    reachesOut = true;
    return super.remove(key);
  }

  @Override
  public <T extends Map<String, ?>> T getRegistry(String name) {
    reachesOut |= ACROSS.contains(name);
    return super.getRegistry(name);
  }
}
