package dev.fortnight.cycle;

import dev.fortnight.announce.Messenger;
import java.net.URI;
import java.util.Optional;

/**
 * How those who decide are reached, beside Slack.
 *
 * @param address what people write to get to the review; empty where nobody said
 * @param mail hands mail over; empty where no mail is sent
 */
public record ReminderWays(
    Optional<URI> address, ReminderAddresses addresses, Optional<Mail> mail) {

  public static final ReminderWays NONE =
      new ReminderWays(Optional.empty(), ReminderAddresses.NONE, Optional.empty());

  /** Hands mail over. */
  public interface Mail {

    /**
     * @param address of one person
     */
    Messenger to(String address);
  }

  /** Where to decide on the first item that is open. */
  Optional<URI> next() {
    return address.map(root -> root.resolve("/review/next"));
  }
}
