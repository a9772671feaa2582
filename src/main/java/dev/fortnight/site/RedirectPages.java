package dev.fortnight.site;

import dev.fortnight.check.CheckedNote;
import dev.fortnight.check.CheckedResearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page at each address that a note had before, which leads on without a script. */
final class RedirectPages {

  static final String LAYOUT = "redirect";

  private final CheckedResearch research;
  private final Frame frame;

  RedirectPages(CheckedResearch research, Frame frame) {
    this.research = research;
    this.frame = frame;
  }

  List<Page> pages() {
    List<Page> pages = new ArrayList<>();
    for (CheckedNote note : research.notes()) {
      for (String former : note.formerAddresses()) {
        pages.add(
            new Page(
                former,
                LAYOUT,
                new Shown.Text(note.content().path()),
                () -> "",
                () -> data(former, note)));
      }
    }
    return pages;
  }

  private Map<String, Object> data(String former, CheckedNote note) {
    Map<String, Object> page = frame.page(former, LAYOUT, note.content().title());
    page.put("canonical", frame.page(note.address(), LAYOUT, "").get("canonical"));
    page.put("target", frame.root(former) + Frame.asUri(note.address()));
    return page;
  }
}
