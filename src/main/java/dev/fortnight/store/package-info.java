/** Opens and migrates the database and hands out Jdbi; knows nothing of any feature. */
package dev.fortnight.store;
