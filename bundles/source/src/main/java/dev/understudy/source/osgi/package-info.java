/** Registers the access to files as a service. */
@NullMarked
package dev.understudy.source.osgi;

import org.jspecify.annotations.NullMarked;
