/** The formats of this bundle as a service. */
@NullMarked
package dev.understudy.codec.avif.osgi;

import org.jspecify.annotations.NullMarked;
