package dev.fortnight.privacy;

import dev.fortnight.programme.Programme;
import java.util.List;

/** Whom to look for besides what everybody looks for, and what may pass although it is found. */
public final class PersonalDataPolicy {

  /** Looks for nobody in particular, and lets nothing pass. */
  public static final PersonalDataPolicy EMPTY = of(Register.EMPTY);

  private final Register register;
  private final Waivers waivers;
  private Programme.Allowed allowed;
  private PersonalDataSearch search;

  private PersonalDataPolicy(Register register, Waivers waivers) {
    this.register = register;
    this.waivers = waivers;
  }

  public static PersonalDataPolicy of(Register register) {
    return new PersonalDataPolicy(register, new Waivers(List.of()));
  }

  public PersonalDataPolicy with(Waivers some) {
    return new PersonalDataPolicy(register, some);
  }

  public Register register() {
    return register;
  }

  public Waivers waivers() {
    return waivers;
  }

  /** Made anew only when what a programme allows has changed: a large register takes a while. */
  public synchronized PersonalDataSearch search(Programme programme) {
    if (!programme.allowed().equals(allowed)) {
      search = PersonalDataSearch.of(programme, register);
      allowed = programme.allowed();
    }
    return search;
  }
}
