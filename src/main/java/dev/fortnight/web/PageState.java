package dev.fortnight.web;

import dev.fortnight.cycle.Failure;
import dev.fortnight.cycle.Refresh;
import dev.fortnight.cycle.RefreshState;
import dev.fortnight.cycle.Standing;
import dev.fortnight.cycle.TopicRefresh;
import dev.fortnight.edition.UndoWindow;
import dev.fortnight.note.Sha256;
import dev.fortnight.site.Tree;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells whether what a page shows is still the newest, by a hash that says nothing itself. */
@Singleton
@Named("pageState")
public final class PageState {

  private final Refresh refresh;
  private final TopicRefresh topics;
  private volatile Hashed last = new Hashed(null, List.of(), "");

  private record Hashed(RefreshState state, List<Failure> failures, String hash) {}

  PageState(Refresh refresh, TopicRefresh topics) {
    this.refresh = refresh;
    this.topics = topics;
  }

  /** Another one when pages have something else to show, be it a decision. */
  public String seen() {
    RefreshState state = refresh.state();
    List<Failure> failures = topics.failures();
    Hashed known = last;
    if (known.state() == state && known.failures() == failures) {
      return known.hash();
    }
    String hash = hash(state, failures);
    last = new Hashed(state, failures, hash);
    return hash;
  }

  private static String hash(RefreshState state, List<Failure> failures) {
    StringBuilder text = new StringBuilder();
    state.standing().ifPresent(standing -> add(text, standing));
    state.published().forEach(tree -> text.append('\n').append(tree));
    state.failures().forEach(failure -> text.append('\n').append(failure));
    failures.forEach(failure -> text.append('\n').append(failure));
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void add(StringBuilder text, Standing standing) {
    text.append(standing.programme())
        .append('\n')
        .append(Seen.of(standing.review()))
        .append('\n')
        .append(standing.isSignedOff())
        .append(standing.undoWindow().map(UndoWindow::number))
        .append(standing.edition().map(Tree.Edition::number))
        .append('\n')
        .append(standing.problems());
  }
}
