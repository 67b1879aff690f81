/** The state of the work that a thread is doing. */
@NullMarked
package dev.understudy.engine.work;

import org.jspecify.annotations.NullMarked;
