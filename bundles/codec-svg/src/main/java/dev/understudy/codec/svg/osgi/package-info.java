/** The format of this bundle as a service. */
@NullMarked
package dev.understudy.codec.svg.osgi;

import org.jspecify.annotations.NullMarked;
