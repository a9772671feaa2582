/** Knows who is at the browser: one-time links, sessions, and the tokens that forms carry. */
package dev.fortnight.web.signin;
