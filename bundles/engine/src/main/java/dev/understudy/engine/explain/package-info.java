/** {@code req=explain}: what the server makes of a request, for the people who run it. */
@NullMarked
package dev.understudy.engine.explain;

import org.jspecify.annotations.NullMarked;
