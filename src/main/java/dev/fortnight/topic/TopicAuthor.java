package dev.fortnight.topic;

import java.util.Locale;
import java.util.Set;

/** Whether whoever can change a topic's text belongs to the team. */
public enum TopicAuthor {
  TEAM,

  /** Anybody else, and whoever GitHub says nothing of. */
  OUTSIDER;

  /** From https://docs.github.com/graphql/reference/enums#commentauthorassociation. */
  private static final Set<String> TEAM_ASSOCIATIONS = Set.of("OWNER", "MEMBER", "COLLABORATOR");

  /**
   * @param association GitHub's {@code author_association}: of what is not known to be the team's
   *     everything counts as an outsider's, having contributed before too
   */
  public static TopicAuthor of(String association) {
    return TEAM_ASSOCIATIONS.contains(association.toUpperCase(Locale.ROOT)) ? TEAM : OUTSIDER;
  }
}
