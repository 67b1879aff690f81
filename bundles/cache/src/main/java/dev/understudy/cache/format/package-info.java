/** Replies as bytes, in folders and between servers. The bundle {@code cache-cluster} carries a copy. */
@NullMarked
package dev.understudy.cache.format;

import org.jspecify.annotations.NullMarked;
