/** The response cache: replies in files that survive a restart, and the hottest of them in memory too. */
@NullMarked
package dev.understudy.cache.disk;

import org.jspecify.annotations.NullMarked;
