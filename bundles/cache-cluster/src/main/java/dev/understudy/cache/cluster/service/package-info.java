/** The cluster put together, without OSGi. */
@NullMarked
package dev.understudy.cache.cluster.service;

import org.jspecify.annotations.NullMarked;
