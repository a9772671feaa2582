package dev.fortnight.check;

import dev.fortnight.note.Consent;
import dev.fortnight.note.Note;
import dev.fortnight.note.NoteKind;
import dev.fortnight.privacy.Participant;
import dev.fortnight.problem.Problem;
import dev.fortnight.problem.SourceLocation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A note's consent is no wider than what its participants agreed to, by the register. */
final class RegisteredConsentCheck implements Check {

  private static final Comparator<Participant.Agreement> OLDEST_FIRST =
      Comparator.comparing(Participant.Agreement::date);

  @Override
  public List<Problem> problems(Note note, ResearchIndex research) {
    Optional<Consent> stated = Publication.consent(note);
    if (note.kind() != NoteKind.INTERVIEW || stated.isEmpty()) {
      return List.of();
    }
    Snapshot snapshot = research.snapshot();
    List<Problem> problems = new ArrayList<>();
    for (String pseudonym : note.frontMatter().texts("participants")) {
      snapshot
          .personalData()
          .register()
          .called(pseudonym)
          .flatMap(person -> agreed(person, snapshot.today()))
          .filter(agreed -> agreed.narrower(stated.get()) != stated.get())
          .ifPresent(agreed -> problems.add(problem(note, pseudonym, agreed)));
    }
    return problems;
  }

  /** The newest agreement counts; one that has ended allows nothing any more. */
  private static Optional<Consent> agreed(Participant person, LocalDate today) {
    return person.consents().stream()
        .filter(agreement -> !agreement.date().isAfter(today))
        .max(OLDEST_FIRST)
        .map(
            agreement ->
                agreement.until().filter(today::isAfter).isPresent()
                    ? Consent.INTERNAL
                    : Consent.ofWord(agreement.uses()).orElseThrow());
  }

  private static Problem problem(Note note, String pseudonym, Consent agreed) {
    return Problem.error(
        "consent",
        new SourceLocation(note.file(), note.frontMatter().line("consent")),
        "this is wider than what "
            + pseudonym
            + " agreed to, by the register of participants, so this note is not published",
        "Write 'consent: "
            + agreed.word()
            + "', or ask them and add their answer to the register.");
  }
}
