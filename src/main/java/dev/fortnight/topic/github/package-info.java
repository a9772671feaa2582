/** Keeps a copy of a programme's backlog on GitHub true: asks cheaply, stores, and tells topics. */
package dev.fortnight.topic.github;
