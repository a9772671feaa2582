package dev.fortnight.site;

import dev.fortnight.note.Address;
import dev.fortnight.note.Progress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Renders the pages of a tree on all processors, except those that are there already. */
final class PageRenderer {

  private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final Theme theme;
  private final PageDescription description;
  private final Map<String, Object> site;
  private final Optional<Reuse> reuse;
  private final Progress progress;
  private final AtomicInteger done = new AtomicInteger();

  /**
   * @param site what {@code site} stands for in layouts
   */
  PageRenderer(
      Theme theme,
      PageDescription description,
      Map<String, Object> site,
      Optional<Reuse> reuse,
      Progress progress) {
    this.theme = theme;
    this.description = description;
    this.site = site;
    this.reuse = reuse;
    this.progress = progress;
  }

  /** Each thread has layouts of its own, see {@link Layouts}. */
  void render(List<Page> pages, SiteSink sink) {
    Queue<Page> queue = new ConcurrentLinkedQueue<>(pages);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        running.add(threads.submit(() -> renderAll(queue, pages.size(), sink)));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while building the site", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void renderAll(Queue<Page> queue, int all, SiteSink sink) {
    Layouts layouts =
        reuse.map(earlier -> earlier.layouts(theme)).orElseGet(() -> new Layouts(theme));
    for (Page page = queue.poll(); page != null; page = queue.poll()) {
      render(page, layouts, sink);
      progress.at(done.incrementAndGet(), all);
    }
    reuse.ifPresent(earlier -> earlier.giveBack(layouts));
  }

  private void render(Page page, Layouts layouts, SiteSink sink) {
    if (reuse.isPresent() && reuse.get().has(page)) {
      return;
    }
    Map<String, Object> said = page.data().get();
    String content = page.content().get();
    if (reuse.isPresent() && reuse.get().has(page, said, content)) {
      return;
    }
    Map<String, Object> data = Map.of("page", description.with(said), "site", site);
    String html = layouts.render(page.layout(), data, content);
    sink.file(Address.file(page.address()), html.getBytes(StandardCharsets.UTF_8));
  }
}
