/** A bundle that the tests bring along: it stops and starts bundles, looks into the process, and decodes as badly as it is told. */
@NullMarked
package dev.understudy.itest.helper;

import org.jspecify.annotations.NullMarked;
