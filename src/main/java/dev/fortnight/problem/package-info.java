/** What Fortnight has to say about content or environment: what, where, why and what to do next. */
package dev.fortnight.problem;
