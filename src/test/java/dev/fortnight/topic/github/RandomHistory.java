package dev.fortnight.topic.github;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** What people do to backlogs, at random; the same for the same seed. */
final class RandomHistory {

  private static final List<String> LABELS = List.of("research", "legal", "question", "user need");
  private static final List<String> PEOPLE = List.of("ada", "grace", "katherine", "mary");

  private final Random random;
  private final SimulatedGitHub github;
  private final List<SimulatedRepository> repositories;
  private int made;

  RandomHistory(long seed, SimulatedGitHub github, List<SimulatedRepository> repositories) {
    this.random = new Random(seed);
    this.github = github;
    this.repositories = repositories;
  }

  /** One operation; some do nothing where there is nothing to do it to. */
  void step() {
    SimulatedRepository repository = repositories.get(random.nextInt(repositories.size()));
    made++;
    synchronized (github) {
      if (repository.issues.isEmpty() || random.nextInt(100) < 18) {
        create(repository);
        return;
      }
      List<Integer> numbers = new ArrayList<>(repository.issues.keySet());
      act(repository, numbers.get(random.nextInt(numbers.size())));
    }
  }

  private void create(SimulatedRepository repository) {
    if (random.nextInt(4) == 0) {
      repository.createPullRequest("Change " + made, label());
    } else if (random.nextInt(5) == 0) {
      repository.create("Question " + made);
    } else {
      repository.create("Question " + made, "research");
    }
  }

  private void act(SimulatedRepository repository, int number) {
    switch (random.nextInt(24)) {
      case 0, 1, 2 -> repository.edit(number, "Question " + made + " again", text());
      case 3, 4 -> repository.close(number, random.nextBoolean() ? "completed" : "not_planned");
      case 5 -> repository.reopen(number);
      case 6, 7 -> repository.addLabel(number, label());
      case 8 -> repository.removeLabel(number, label());
      case 9, 10, 11, 12, 13 -> repository.comment(number, person(), text());
      case 14, 15 -> onComment(repository, number, true);
      case 16 -> onComment(repository, number, false);
      case 17 -> repository.setMilestone(number, "Month " + random.nextInt(3));
      case 18 -> repository.assign(number, person());
      case 19 -> rename(repository);
      case 20 -> repository.delete(number);
      case 21 -> transfer(repository, number);
      case 22 -> rare(repository, number);
      default -> github.renameUser(person(), person() + "-" + made);
    }
  }

  private void onComment(SimulatedRepository repository, int number, boolean isEdit) {
    List<Long> comments = new ArrayList<>(repository.issues.get(number).comments.keySet());
    if (comments.isEmpty()) {
      return;
    }
    long comment = comments.get(random.nextInt(comments.size()));
    if (isEdit) {
      repository.editComment(number, comment, text());
    } else {
      repository.deleteComment(number, comment);
    }
  }

  private void rename(SimulatedRepository repository) {
    if (random.nextBoolean()) {
      repository.renameMilestone("Month " + random.nextInt(3), "Month " + random.nextInt(3) + "b");
    } else if (random.nextBoolean()) {
      repository.renameLabel("legal", "law");
    } else {
      repository.renameLabel("law", "legal");
    }
  }

  private void transfer(SimulatedRepository repository, int number) {
    SimulatedRepository to = repositories.get(random.nextInt(repositories.size()));
    if (to != repository && !repository.issues.get(number).isPullRequest) {
      int there = repository.transfer(number, to);
      if (random.nextBoolean()) {
        to.addLabel(there, "research");
      }
    }
  }

  private void rare(SimulatedRepository repository, int number) {
    switch (random.nextInt(4)) {
      case 0 -> repository.hide(number);
      case 1 -> repository.deleteLabel("question");
      default -> {
        if (!repository.issues.get(number).isPullRequest) {
          repository.convertToDiscussion(number);
        }
      }
    }
  }

  /** A webhook about an issue that may be there, may be gone, or may never have been. */
  Delivery delivery() {
    SimulatedRepository repository = repositories.get(random.nextInt(repositories.size()));
    return new Delivery(
        "delivery-" + random.nextInt(made + 1),
        repository.name,
        OptionalInt.of(1 + random.nextInt(made + 1)));
  }

  void shuffle(List<Delivery> deliveries) {
    Collections.shuffle(deliveries, random);
  }

  SimulatedFault fault() {
    List<SimulatedFault> faults =
        List.of(SimulatedFault.values()).stream()
            .filter(fault -> fault != SimulatedFault.SILENCE)
            .toList();
    return faults.get(random.nextInt(faults.size()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private String label() {
    return LABELS.get(random.nextInt(LABELS.size()));
  }

  private String person() {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }

  private String text() {
    return "Text " + random.nextInt(1000) + " 🐝";
  }
}
