/** Bundles are replaced while clients ask. */
@NullMarked
package dev.understudy.itest.swap;

import org.jspecify.annotations.NullMarked;
