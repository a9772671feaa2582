/** Topics of the backlog: where they come from and what the store keeps of them. */
package dev.fortnight.topic;
