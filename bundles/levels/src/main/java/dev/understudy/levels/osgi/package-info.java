/** The levels of sources as a service. */
@NullMarked
package dev.understudy.levels.osgi;

import org.jspecify.annotations.NullMarked;
