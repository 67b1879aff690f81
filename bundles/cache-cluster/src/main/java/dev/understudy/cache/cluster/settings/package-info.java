/** The settings of the cluster. */
@NullMarked
package dev.understudy.cache.cluster.settings;

import org.jspecify.annotations.NullMarked;
