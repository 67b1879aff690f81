/** The engine's settings. */
@NullMarked
package dev.understudy.engine.settings;

import org.jspecify.annotations.NullMarked;
