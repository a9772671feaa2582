package dev.fortnight.announce;

/**
 * A reminder as the store keeps it.
 *
 * @param version one more with each change, so that of two processes only one makes it
 */
record ReminderRow(int sprint, String moment, String recipient, int version, Delivery delivery) {

  ReminderRow with(Delivery other) {
    return new ReminderRow(sprint, moment, recipient, version, other);
  }

  ReminderRow next() {
    return new ReminderRow(sprint, moment, recipient, version + 1, delivery);
  }
}
