/** Images that were made before: the keys of their plans, and whether what the cache has is still good. */
@NullMarked
package dev.understudy.engine.caching;

import org.jspecify.annotations.NullMarked;
