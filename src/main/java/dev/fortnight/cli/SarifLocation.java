package dev.fortnight.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.fortnight.problem.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Where a SARIF result is: in a file, or in something that is none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SarifLocation(Physical physicalLocation, List<Logical> logicalLocations) {

  static final String ROOT = "%SRCROOT%";

  /** What RFC 3986 never reserves, and what stands between the parts of a path. */
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Physical(Artifact artifactLocation, Region region) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Artifact(String uri, String uriBaseId) {}

  /** What is not known is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Region(
      int startLine,
      Integer startColumn,
      Integer endColumn,
      Integer charOffset,
      Integer charLength) {}

  record Logical(String name, String kind) {}

  static SarifLocation of(SourceLocation location, SourceFiles files, SourceRoot root) {
    String file = location.file();
    Optional<Artifact> inside = root.file(file).map(SarifLocation::relative);
    if (inside.isPresent()) {
      return new SarifLocation(new Physical(inside.get(), region(location, files)), null);
    }
    if (HiddenName.folder(file).isPresent()) {
      Artifact folder = root.folderOf(file).map(SarifLocation::relative).orElse(null);
      Logical place = new Logical(HiddenName.place(file), "file");
      return new SarifLocation(folder == null ? null : new Physical(folder, null), List.of(place));
    }
    if (SourceRoot.isTopic(file)) {
      return new SarifLocation(null, List.of(new Logical(file, "topic")));
    }
    Artifact outside = new Artifact(Path.of(file).toUri().toASCIIString(), null);
    return new SarifLocation(new Physical(outside, region(location, files)), null);
  }

  private static Artifact relative(String path) {
    return new Artifact(encoded(path), ROOT);
  }

  /** A path as a relative reference: nothing in it reads as a scheme, a query or a fragment. */
  static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(octet) >= 0) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return encoded.toString();
  }

  private static Region region(SourceLocation location, SourceFiles files) {
    if (location.line() == 0) {
      return null;
    }
    Optional<SourceLine> line = files.line(location);
    Extent extent = Extent.of(location, line);
    if (line.isEmpty()) {
      return new Region(extent.line(), extent.column(), null, null, null);
    }
    boolean isMarked = files.hasByteOrderMark(location.file());
    return new Region(
        extent.line(),
        extent.column(),
        extent.column() + extent.length(),
        isMarked ? null : extent.start(),
        isMarked ? null : extent.length());
  }
}
