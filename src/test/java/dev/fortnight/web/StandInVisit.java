package dev.fortnight.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What the stand-in sends a browser back with. */
final class StandInVisit {

  private StandInVisit() {}

  /** The path and query of the address that whoever asks is sent to. */
  static String answer(String address) {
    try {
      HttpResponse<Void> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address)).build(),
                  HttpResponse.BodyHandlers.discarding());
      URI back = URI.create(response.headers().firstValue("Location").orElseThrow());
      return back.getRawPath() + "?" + back.getRawQuery();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
