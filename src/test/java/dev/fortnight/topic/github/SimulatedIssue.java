package dev.fortnight.topic.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One issue or pull request of the simulator, as GitHub would know it. */
final class SimulatedIssue {

  /** A comment. */
  static final class Remark {
    long id;
    String body;
    long author;
    Instant created;
    Instant updated;
  }

  record Event(long id, String event, String reason, Instant at) {}

  long id;
  String nodeId;
  int number;
  String title;
  String body;
  String state = "open";
  String reason;
  boolean isLocked;
  boolean isPullRequest;
  long author;
  String association = "MEMBER";
  Long milestone;
  Instant created;
  Instant updated;
  Instant closed;
  final List<Long> labels = new ArrayList<>();
  final List<Long> assignees = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final TreeMap<Long, Remark> comments = new TreeMap<>();
}
