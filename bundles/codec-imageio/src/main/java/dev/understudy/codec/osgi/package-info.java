/** Registers the codec as a service. */
@NullMarked
package dev.understudy.codec.osgi;

import org.jspecify.annotations.NullMarked;
