/** What all who ask other computers need, whatever they ask for. */
package dev.fortnight.http;
