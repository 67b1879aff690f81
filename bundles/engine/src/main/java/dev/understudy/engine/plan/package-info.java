/** What a request comes to once every name and default is resolved: a value without I/O, which is the cache key too. */
@NullMarked
package dev.understudy.engine.plan;

import org.jspecify.annotations.NullMarked;
