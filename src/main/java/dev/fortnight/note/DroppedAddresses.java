package dev.fortnight.note;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.owasp.html.HtmlSanitizer;

/** Stands before the allow list and notes which addresses it will not let through. */
final class DroppedAddresses implements HtmlSanitizer.Policy {

  /** As the allow list reads it: what stands before a colon that no path stands before. */
  private static final Pattern SCHEME = Pattern.compile("([^:/#?]*):.*", Pattern.DOTALL);

  private final HtmlSanitizer.Policy next;
  private final LinkLines lines;
  private final List<Omission> dropped;

  DroppedAddresses(HtmlSanitizer.Policy next, LinkLines lines, List<Omission> dropped) {
    this.next = next;
    this.lines = lines;
    this.dropped = dropped;
  }

  @Override
  public void openTag(String element, List<String> pairs) {
    TagAttributes attributes = new TagAttributes(pairs);
    if (element.equals("a")) {
      note(Omission.Kind.LINK, attributes.value("href"), attributes);
    } else if (element.equals("img")) {
      note(Omission.Kind.IMAGE, attributes.value("src"), attributes);
    }
    next.openTag(element, pairs);
  }

  private void note(Omission.Kind kind, Optional<String> address, TagAttributes attributes) {
    address
        .flatMap(DroppedAddresses::scheme)
        .filter(scheme -> !AllowedHtml.SCHEMES.contains(scheme))
        .ifPresent(
            scheme -> {
              TextPlace place = lines.found(attributes.value(AllowedHtml.PLACE), address.get());
              dropped.add(new Omission(kind, scheme, place));
            });
  }

  private static Optional<String> scheme(String address) {
    Matcher matcher = SCHEME.matcher(address.replaceAll("[\\s\\p{Cntrl}]", ""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    return Optional.of(name.matches("[a-z][a-z0-9+.-]{0,19}") ? name : "");
  }

  @Override
  public void openDocument() {
    next.openDocument();
  }

  @Override
  public void closeDocument() {
    next.closeDocument();
  }

  @Override
  public void closeTag(String element) {
    next.closeTag(element);
  }

  @Override
  public void text(String text) {
    next.text(text);
  }
}
