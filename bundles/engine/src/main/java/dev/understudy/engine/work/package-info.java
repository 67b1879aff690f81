/** The state of the work that threads are doing. */
@NullMarked
package dev.understudy.engine.work;

import org.jspecify.annotations.NullMarked;
