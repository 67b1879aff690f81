/** The engine as a Declarative Services component. */
@NullMarked
package dev.understudy.engine.osgi;

import org.jspecify.annotations.NullMarked;
