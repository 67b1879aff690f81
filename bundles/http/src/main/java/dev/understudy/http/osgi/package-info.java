/** The host as OSGi components. */
@NullMarked
package dev.understudy.http.osgi;

import org.jspecify.annotations.NullMarked;
