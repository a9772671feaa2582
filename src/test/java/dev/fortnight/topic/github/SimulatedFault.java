package dev.fortnight.topic.github;

/** Each way in which GitHub, or what stands before it, has been seen not to answer. */
public enum SimulatedFault {
  PRIMARY_LIMIT,
  PRIMARY_LIMIT_429,
  SECONDARY_LIMIT_IN_SECONDS,
  SECONDARY_LIMIT_UNTIL,
  SECONDARY_LIMIT_429,
  SECONDARY_LIMIT_IN_BODY,
  UNICORN,
  BAD_GATEWAY,
  SIGN_IN_PAGE,
  HALF_JSON,
  CUT_OFF,
  SILENCE;

  boolean isLimit() {
    return ordinal() <= SECONDARY_LIMIT_IN_BODY.ordinal();
  }
}
