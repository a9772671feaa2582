package dev.fortnight.web;

import dev.fortnight.web.signin.Role;
import dev.fortnight.web.signin.Session;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;

/** Who looks at a page and where, for what all pages have in common. */
@RequestScoped
@Named("visit")
public class Visit {

  private Optional<Session> session = Optional.empty();
  private Optional<Role> role = Optional.empty();
  private String path = "";
  private boolean isPart;

  void begin(Optional<Session> who, Optional<Role> as) {
    session = who;
    role = as;
  }

  /**
   * @param isSwapped whether only the part of a page that changes is wanted
   */
  void at(String where, boolean isSwapped) {
    path = where;
    isPart = isSwapped;
  }

  /** Whether they may look at pages beyond those that are for everybody. */
  public boolean isLetIn() {
    return role.isPresent();
  }

  /** Whether somebody is signed in. */
  public boolean isSignedIn() {
    return session.isPresent() && role.isPresent();
  }

  /** Who is signed in, with a role; empty for everybody else. */
  public Optional<Session> session() {
    return session;
  }

  /** What they may do, signed in or not. */
  public Optional<Role> role() {
    return role;
  }

  /** Their name; empty where nobody is signed in. */
  public String name() {
    return session.map(Session::name).orElse("");
  }

  /** See {@link Session#formToken}. */
  public String form() {
    return session.map(Session::formToken).orElse("");
  }

  /** Whether the browser has the rest of the page already. */
  public boolean isPart() {
    return isPart;
  }

  public boolean isAt(String address) {
    return path.equals(address);
  }
}
