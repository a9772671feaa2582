package dev.fortnight.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import dev.fortnight.PublishedSite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a first visit to each kind of page costs, and whom it asks. */
class FirstViewTest {

  private static final int MOST = 60_000;

  @Test
  void firstViewStaysUnderSixtyKilobytesAndAsksNobodyElse() {
    PublishedSite site = Sites.demonstration();
    List<String> complaints = new ArrayList<>();
    int largest = 0;
    int largestUnpacked = 0;
    try (SiteServer server = SiteServer.of(site);
        Browser browser = Browser.start()) {
      for (String path : PageKinds.of(site)) {
        try (BrowserContext firstVisit = browser.phone()) {
          Page page = firstVisit.newPage();
          List<Request> requests = new ArrayList<>();
          page.onRequest(requests::add);
          page.navigate(server.url() + path);
          page.locator("#versions summary").waitFor();
          int sent = 0;
          int unpacked = 0;
          for (Request request : requests) {
            if (!request.url().startsWith(server.url().toString())) {
              complaints.add(path + " asks for " + request.url());
            } else if (!request.resourceType().equals("image")) {
              sent += request.sizes().responseBodySize + request.sizes().responseHeadersSize;
              unpacked += request.response().body().length;
            }
          }
          largest = Math.max(largest, sent);
          largestUnpacked = Math.max(largestUnpacked, unpacked);
          if (sent > MOST) {
            complaints.add(path + " takes " + sent + " bytes");
          }
        }
      }
    }
    System.out.printf("First view: at most %d bytes, unpacked %d%n", largest, largestUnpacked);
    assertThat(complaints).isEmpty();
    assertThat(largest).as("something was counted").isPositive();
  }
}
