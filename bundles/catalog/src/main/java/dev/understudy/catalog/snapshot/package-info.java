/** The immutable state of all catalogs that requests are served from, with inheritance and macros resolved. */
@NullMarked
package dev.understudy.catalog.snapshot;

import org.jspecify.annotations.NullMarked;
