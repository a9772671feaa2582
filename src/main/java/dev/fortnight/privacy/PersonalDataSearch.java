package dev.fortnight.privacy;

import dev.fortnight.programme.Programme;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Searches texts for personal data: Markdown, HTML or plain. All doors use one: notes and topics
 * before publication, pages before they are written, announcements before they are sent. It may be
 * used by several threads.
 */
public final class PersonalDataSearch {

  /** Finds nothing, for where there is nothing to search. */
  public static final PersonalDataSearch NOTHING =
      new PersonalDataSearch(List.of(), AllowList.NOTHING);

  private final List<Detector> detectors;
  private final AllowList allowed;
  private final Map<String, List<Find>> files = new ConcurrentHashMap<>();

  private PersonalDataSearch(List<Detector> detectors, AllowList allowed) {
    this.detectors = detectors;
    this.allowed = allowed;
  }

  /** Looks for everybody in the register, and for what gives away anybody else. */
  public static PersonalDataSearch of(Programme programme, Register register) {
    return new PersonalDataSearch(
        detectors(register, programme.allowed().names()), AllowList.of(programme));
  }

  /** All there are; of finds that overlap, certainty and kind decide, not the order here. */
  static List<Detector> detectors(Register register, List<String> namesAllowed) {
    return List.of(
        new SecretDetector(),
        new PassphraseDetector(),
        new EmailDetector(),
        new ParticipantDetector(register, namesAllowed),
        new CardDetector(),
        new BankDetector(),
        new NhsNumberDetector(),
        new NationalInsuranceDetector(),
        new DrivingLicenceDetector(),
        new PassportDetector(),
        new BirthDateDetector(),
        new AddressDetector(),
        new PhoneDetector(),
        new SpokenNumberDetector(),
        new IpAddressDetector(),
        new PlateDetector(),
        new HandleDetector());
  }

  /** What points to a person in a text, in its order. */
  public List<Find> in(String text) {
    return in(text, Certainty.DOUBTFUL);
  }

  /** Of {@link #in(String)} what is certain, for less: much is looked into only to ask about it. */
  public List<Find> certainIn(String text) {
    return in(text, Certainty.CERTAIN);
  }

  private List<Find> in(String text, Certainty least) {
    Searchable searchable = Searchable.of(text);
    Finds finds = new Finds(searchable, allowed, least);
    detectors.forEach(detector -> detector.search(searchable, finds));
    return finds.settled();
  }

  /**
   * The same for a whole file of data. One is searched for each tree that is made of the same
   * sources, and may be large, so what was found is kept.
   */
  public List<Find> inFile(String text) {
    return files.computeIfAbsent(text, this::in);
  }
}
