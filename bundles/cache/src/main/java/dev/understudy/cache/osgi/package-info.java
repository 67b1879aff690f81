/** The response cache as a service. */
@NullMarked
package dev.understudy.cache.osgi;

import org.jspecify.annotations.NullMarked;
