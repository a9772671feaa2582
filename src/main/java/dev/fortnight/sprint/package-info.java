/** The sprints of a programme: which days they span and when their review and open call come. */
package dev.fortnight.sprint;
