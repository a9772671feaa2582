package dev.fortnight.check;

import dev.fortnight.note.Note;
import dev.fortnight.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Asks all rules about notes, as far as an earlier check did not hear what they would say. */
final class NoteChecks {

  private static final List<NoteCheck> OF_A_NOTE =
      List.of(
          new ConsentCheck(),
          new KeyCheck(),
          new DateCheck(),
          new TopicNumberCheck(),
          new EvidenceMarkCheck(),
          new ConfidenceCheck(),
          new OmissionCheck(),
          new LiquidCheck(),
          new ImageTextCheck(),
          new HeadingLevelCheck(),
          new LinkWordsCheck(),
          new OpenCallCheck());

  private static final List<Check> AMONG_OTHERS =
      List.of(
          new PublicRepositoryCheck(),
          new AddressCheck(),
          new RedirectCheck(),
          new SlugCheck(),
          new ReferenceCheck(),
          new SupersessionCheck(),
          new RecordingCheck(),
          new RegisteredConsentCheck());

  private static final LinkCheck LINKS = new LinkCheck();

  private final ResearchIndex index;
  private final PersonalDataCheck personalData;
  private final LastCheck earlier;

  /**
   * @param earlier of the same rules about personal data
   */
  NoteChecks(ResearchIndex index, PersonalDataCheck personalData, LastCheck earlier) {
    this.index = index;
    this.personalData = personalData;
    this.earlier = earlier;
  }

  /** What is seen in all notes, in their order. */
  List<LookedAt> run() {
    List<Note> notes = index.notes();
    return IntStream.range(0, notes.size())
        .parallel()
        .mapToObj(at -> look(at, notes.get(at)))
        .toList();
  }

  private LookedAt look(int at, Note note) {
    Publication publication = index.publication(note);
    LookedAt before = index.isContinued() ? earlier.notes().get(at) : earlier.at(note.path());
    boolean isKnown =
        before != null && before.note() == note && before.publication() == publication;
    if (isKnown && index.isContinued() && before.isSettled()) {
      return before;
    }
    LookedAt.Alone alone = isKnown ? before.alone() : alone(note, publication);
    List<Problem> links = LINKS.problems(note, index);
    boolean isSettled =
        links.isEmpty()
            && !Recorded.isSaid(note.frontMatter(), Recorded.KEY)
            && LinkCheck.dependsOnNotesAlone(note, index);
    return new LookedAt(note, publication, alone, amongOthers(note, links), isSettled);
  }

  private LookedAt.Alone alone(Note note, Publication publication) {
    return new LookedAt.Alone(
        personalData.searched(note),
        OF_A_NOTE.stream().flatMap(check -> check.problems(note, publication).stream()).toList());
  }

  private List<Problem> amongOthers(Note note, List<Problem> links) {
    List<Problem> found = new ArrayList<>();
    for (Check check : AMONG_OTHERS) {
      found.addAll(check.problems(note, index));
    }
    found.addAll(links);
    return List.copyOf(found);
  }
}
