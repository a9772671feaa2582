package dev.fortnight.web;

import dev.fortnight.web.signin.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The least role that something may be asked for with. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Needs {

  Role value();

  /** Whether asking for it is a use of a session, which would keep it from ending. */
  boolean isUse() default true;
}
