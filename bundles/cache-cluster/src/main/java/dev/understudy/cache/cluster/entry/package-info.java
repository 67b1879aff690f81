/** Shared replies as bytes, and whether they are made of the sources that this server has. */
@NullMarked
package dev.understudy.cache.cluster.entry;

import org.jspecify.annotations.NullMarked;
