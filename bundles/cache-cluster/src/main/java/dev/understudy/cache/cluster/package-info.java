/** Replies that several servers share: looking them up in time, checking them, offering them, and forgetting them. */
@NullMarked
package dev.understudy.cache.cluster;

import org.jspecify.annotations.NullMarked;
