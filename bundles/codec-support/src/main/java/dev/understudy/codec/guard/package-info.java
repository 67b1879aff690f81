/** The boundary to the image libraries: whatever they throw becomes a failure, and nothing half-done gets through. */
@NullMarked
package dev.understudy.codec.guard;

import org.jspecify.annotations.NullMarked;
