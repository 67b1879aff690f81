/** Keeps the catalogs up to date: looks for changes, loads what has changed, and keeps the last good state of what is broken. */
@NullMarked
package dev.understudy.catalog.watch;

import org.jspecify.annotations.NullMarked;
