package dev.fortnight.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.fortnight.problem.ProblemException;
import java.io.IOException;

/**
 * What a tree's manifest says of the whole of it. The manifest names every file, so it is read past
 * them.
 *
 * @param date when an edition was signed off; empty for the working site
 * @param tree the hash of the tree; empty where an older Fortnight wrote none
 */
record PublishedManifest(String date, String tree, String signedBy) {

  static final String FOLDER = "edition";
  static final String NAME = "manifest.json";

  private static final JsonFactory FACTORY = new JsonFactory();

  static PublishedManifest read(byte[] bytes, String folder) {
    String date = "";
    String tree = "";
    String signedBy = "";
    try (JsonParser json = FACTORY.createParser(bytes)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "date" -> date = json.getValueAsString("");
          case "tree" -> tree = json.getValueAsString("");
          case "signed_by" -> signedBy = json.getValueAsString("");
          default -> json.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new ProblemException(
          "the published site has a damaged manifest in " + folder,
          "Restore it from the history of the branch.",
          e);
    }
    return new PublishedManifest(date, tree, signedBy);
  }
}
