/** The memory that servers have together, on Hazelcast. */
@NullMarked
package dev.understudy.cache.cluster.grid;

import org.jspecify.annotations.NullMarked;
