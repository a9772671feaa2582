package dev.fortnight.privacy;

import dev.fortnight.privacy.Names.Match;
import java.util.List;
import java.util.Optional;

/** Everybody in the register of participants. */
final class ParticipantDetector implements Detector {

  private static final Vocabulary TITLES =
      Vocabulary.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "mx",
          "dr",
          "doctor",
          "prof",
          "professor",
          "sir",
          "dame",
          "lord",
          "lady",
          "cllr",
          "councillor",
          "rev",
          "revd",
          "reverend",
          "mister");

  private static final Vocabulary ROLES =
      Vocabulary.of(
          "architect",
          "manager",
          "officer",
          "head",
          "director",
          "lead",
          "leader",
          "developer",
          "designer",
          "councillor",
          "analyst",
          "engineer",
          "clerk",
          "chief",
          "adviser",
          "advisor",
          "consultant",
          "specialist",
          "assistant",
          "administrator",
          "owner",
          "researcher",
          "librarian",
          "planner",
          "surveyor",
          "solicitor",
          "nurse",
          "teacher",
          "participant");

  /** Pairs of letters that are rather something else. */
  private static final Vocabulary ABBREVIATIONS =
      Vocabulary.of(
          "it", "pm", "hr", "ai", "uk", "gp", "ci", "os", "eu", "us", "un", "id", "ok", "pr", "qa",
          "ui", "ux", "am", "dr", "mr", "ms", "st", "rd", "ip", "pc", "tv", "po", "sme", "gds",
          "nhs", "api", "css", "pdf", "faq", "ceo", "cto", "cio", "mp", "la", "no", "so", "to");

  /** What is called after somebody. */
  private static final Vocabulary PLACES =
      Vocabulary.of(
          "road",
          "street",
          "lane",
          "avenue",
          "close",
          "park",
          "square",
          "house",
          "centre",
          "library",
          "school",
          "hospital",
          "foundation",
          "trust",
          "institute",
          "building",
          "award",
          "awards",
          "prize",
          "bridge",
          "station",
          "square",
          "gardens",
          "college",
          "university");

  private static final Vocabulary ARTICLE = Vocabulary.of("the");

  private static final int NEAR = 15;

  private final Names names;
  private final Names allowed;
  private final RegisteredPhones phones;

  /**
   * @param allowed names that may be shown, of people with the names of others
   */
  ParticipantDetector(Register register, List<String> allowed) {
    this.names = register.names();
    this.allowed = Names.allowed(allowed);
    this.phones = new RegisteredPhones(register.participants());
  }

  @Override
  public String rule() {
    return "Whoever is in the register, by any form of their name, by their address or number; what is"
        + " also a word, initials near a role, and a role with its organisation ask.";
  }

  @Override
  public void search(Searchable text, Finds finds) {
    phones.search(text, finds);
    List<Match> matches = names.in(text);
    List<Match> mayBeShown = allowed.in(text);
    int next = 0;
    int shownUntil = -1;
    for (Match match : matches) {
      while (next < mayBeShown.size() && mayBeShown.get(next).first() <= match.first()) {
        shownUntil = Math.max(shownUntil, mayBeShown.get(next++).last());
      }
      if (match.last() > shownUntil) {
        certainty(text, match).ifPresent(certainty -> add(text, match, certainty, finds));
      }
    }
    positions(text, matches, finds);
    new SpacedNames(names).search(text, finds);
  }

  private static List<Match> of(List<Match> matches, NameForms.Kind kind) {
    return matches.stream().filter(match -> match.form().kind() == kind).toList();
  }

  private static void add(Searchable text, Match match, Certainty certainty, Finds finds) {
    finds.add(
        PersonalData.PARTICIPANT,
        certainty,
        text.start(match.first()),
        text.end(match.last()),
        Optional.of(match.form().participant()));
  }

  private static Optional<Certainty> certainty(Searchable text, Match match) {
    return switch (match.form().kind()) {
      case WHOLE -> when(isMeant(text, match), Certainty.CERTAIN);
      case FIRST_NAME -> firstName(text, match.first());
      case SURNAME -> surname(text, match);
      case FAMILY -> when(isFamily(text, match.first()), Certainty.DOUBTFUL);
      case INITIAL_AND_SURNAME -> initialAndSurname(text, match);
      case JOINED ->
          Optional.of(
              isInAddress(text, match.first()) || !isWord(text, match)
                  ? Certainty.CERTAIN
                  : Certainty.DOUBTFUL);
      case JOINED_INITIAL ->
          Optional.of(isInAddress(text, match.first()) ? Certainty.CERTAIN : Certainty.DOUBTFUL);
      case INITIALS -> when(areInitials(text, match), Certainty.DOUBTFUL);
      case ROLE, ORGANISATION, ALLOWED -> Optional.empty();
    };
  }

  private static Optional<Certainty> when(boolean isSo, Certainty certainty) {
    return isSo ? Optional.of(certainty) : Optional.empty();
  }

  private static boolean isWord(Searchable text, Match match) {
    return NameSense.isAmbiguous(text, match.first());
  }

  /** A name of words only is one if it is written as one. */
  private static boolean isMeant(Searchable text, Match match) {
    boolean isTight = true;
    boolean isCapital = true;
    for (int word = match.first(); word <= match.last(); word++) {
      if (!NameSense.isAmbiguous(text, word)) {
        return true;
      }
      isCapital &= text.isCapital(word);
      isTight &= word == match.first() || isTied(text, word);
    }
    return isCapital || isTight && match.first() < match.last();
  }

  private static boolean isTied(Searchable text, int word) {
    return text.start(word) - text.end(word - 1) == 1
        && "._-/+".indexOf(text.text().charAt(text.start(word) - 1)) >= 0;
  }

  private static Optional<Certainty> firstName(Searchable text, int word) {
    if (NameSense.isAmbiguous(text, word)) {
      return when(NameSense.isLikely(text, word), Certainty.DOUBTFUL);
    }
    boolean isSmall = !text.isCapital(word) && !isInAddress(text, word);
    if (word + 1 < text.words() && text.isCapital(word) && PLACES.contains(text, word + 1)) {
      return Optional.empty();
    }
    boolean isOfSomebodyElse =
        word + 1 < text.words()
            && text.isCapital(word)
            && text.isCapital(word + 1)
            && text.end(word + 1) - text.start(word + 1) > 1
            && text.start(word + 1) - text.end(word) == 1
            && text.text().charAt(text.end(word)) == ' ';
    return Optional.of(isOfSomebodyElse || isSmall ? Certainty.DOUBTFUL : Certainty.CERTAIN);
  }

  private static Optional<Certainty> surname(Searchable text, Match match) {
    int word = match.first();
    boolean isAmbiguous = isWord(text, match) && match.first() == match.last();
    boolean isWritten = !isAmbiguous || text.isCapital(word);
    if (isWritten && hasTitle(text, word)) {
      return Optional.of(Certainty.CERTAIN);
    }
    return when(!isAmbiguous || NameSense.isLikely(text, word), Certainty.DOUBTFUL);
  }

  /** "the Does" or "the Smith-Joneses", but not "the does" or "Does". */
  private static boolean isFamily(Searchable text, int word) {
    int article = word > 1 && text.isCapital(word - 1) ? word - 2 : word - 1;
    return article >= 0 && ARTICLE.contains(text, article) && text.isCapital(word);
  }

  /** "Mrs Doe", "Mrs J. Doe", "Mrs and Mr Doe". */
  private static boolean hasTitle(Searchable text, int word) {
    for (int before = word - 1; before >= Math.max(0, word - 2); before--) {
      if (TITLES.contains(text, before) && text.start(word) - text.end(before) <= 12) {
        return before == word - 1 || text.isCapital(word - 1);
      }
    }
    return false;
  }

  private static Optional<Certainty> initialAndSurname(Searchable text, Match match) {
    boolean areCapital = text.isCapital(match.first()) && text.isCapital(match.last());
    boolean isTied = isTied(text, match.last()) && !areCapital;
    boolean isWord =
        NameSense.isAmbiguous(text, match.first()) && NameSense.isAmbiguous(text, match.last());
    if (!areCapital && !isTied) {
      return Optional.empty();
    }
    return Optional.of(isWord ? Certainty.DOUBTFUL : Certainty.CERTAIN);
  }

  /** Whether a word is a part of a web or e-mail address, a handle or a path. */
  private static boolean isInAddress(Searchable text, int word) {
    String lower = text.lower();
    int start = text.start(word);
    int end = text.end(word);
    return text.isInAddress(start)
        || start > 0 && "@/~".indexOf(lower.charAt(start - 1)) >= 0
        || end < lower.length() && lower.charAt(end) == '@';
  }

  private static boolean areInitials(Searchable text, Match match) {
    for (int word = match.first(); word <= match.last(); word++) {
      for (int at = text.start(word); at < text.end(word); at++) {
        if (!Character.isUpperCase(text.text().charAt(at))) {
          return false;
        }
      }
    }
    boolean isOneWord = match.first() == match.last();
    int length = text.end(match.last()) - text.start(match.first());
    return (isOneWord ? length >= 2 : length <= 3 * (match.last() - match.first() + 1))
        && !(isOneWord && ABBREVIATIONS.contains(text, match.first()))
        && text.mentions(ROLES, text.start(match.first()), text.end(match.last()), 6, 6);
  }

  /** A role near its organisation. */
  private static void positions(Searchable text, List<Match> matches, Finds finds) {
    List<Match> organisations = of(matches, NameForms.Kind.ORGANISATION);
    int next = 0;
    for (Match role : of(matches, NameForms.Kind.ROLE)) {
      while (next < organisations.size() && organisations.get(next).first() < role.first() - NEAR) {
        next++;
      }
      for (int i = next;
          i < organisations.size() && organisations.get(i).first() <= role.first() + NEAR;
          i++) {
        position(text, role, organisations.get(i), finds);
      }
    }
  }

  private static void position(Searchable text, Match role, Match organisation, Finds finds) {
    if (!organisation.form().participant().equals(role.form().participant())) {
      return;
    }
    int first = Math.min(role.first(), organisation.first());
    int last = Math.max(role.last(), organisation.last());
    if (!text.isBroken(text.start(first), text.end(last))) {
      add(text, new Match(role.form(), first, last), Certainty.DOUBTFUL, finds);
    }
  }
}
