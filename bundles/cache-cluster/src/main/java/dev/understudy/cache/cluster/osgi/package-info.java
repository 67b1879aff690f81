/** Registers the replies that servers share as a service. */
@NullMarked
package dev.understudy.cache.cluster.osgi;

import org.jspecify.annotations.NullMarked;
