/** Writes tables and structures as files for programs to read. */
package dev.fortnight.site.data;
