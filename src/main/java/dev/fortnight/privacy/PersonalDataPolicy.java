package dev.fortnight.privacy;

import dev.fortnight.programme.Programme;
import java.util.List;
import java.util.Optional;

/** Whom to look for besides what everybody looks for, and what may pass although it is found. */
public final class PersonalDataPolicy {

  /** Looks for nobody in particular, and lets nothing pass. */
  public static final PersonalDataPolicy EMPTY = of(Register.EMPTY);

  private final Register register;
  private final Waivers waivers;
  private final Latest latest;

  private PersonalDataPolicy(Register register, Waivers waivers, Latest latest) {
    this.register = register;
    this.waivers = waivers;
    this.latest = latest;
  }

  /** The search that was made last, and what for. */
  private static final class Latest {

    private Programme.Allowed allowed;
    private Optional<String> contact = Optional.empty();
    private PersonalDataSearch search;
  }

  public static PersonalDataPolicy of(Register register) {
    return new PersonalDataPolicy(register, new Waivers(List.of()), new Latest());
  }

  public PersonalDataPolicy with(Waivers some) {
    return new PersonalDataPolicy(register, some, latest);
  }

  public Register register() {
    return register;
  }

  public Waivers waivers() {
    return waivers;
  }

  /** Made anew only when what a programme allows has changed: a large register takes a while. */
  public PersonalDataSearch search(Programme programme) {
    synchronized (latest) {
      boolean isSame =
          programme.allowed().equals(latest.allowed)
              && programme.site().contact().equals(latest.contact);
      if (!isSame) {
        latest.search = PersonalDataSearch.of(programme, register);
        latest.allowed = programme.allowed();
        latest.contact = programme.site().contact();
      }
      return latest.search;
    }
  }
}
