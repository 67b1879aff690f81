/** A look from inside a container. */
@NullMarked
package dev.understudy.itest.inside;

import org.jspecify.annotations.NullMarked;
