/** What a browser or GitHub reaches while {@code fortnight serve} runs. */
package dev.fortnight.web;
