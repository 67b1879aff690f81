/** The error renderer as a service. */
@NullMarked
package dev.understudy.errors.osgi;

import org.jspecify.annotations.NullMarked;
