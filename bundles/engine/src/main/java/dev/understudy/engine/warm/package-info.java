/** Sources that need not be decoded, since they are kept smaller. */
@NullMarked
package dev.understudy.engine.warm;

import org.jspecify.annotations.NullMarked;
