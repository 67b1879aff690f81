/** The metrics as components: whatever knows figures has a component that shows them for as long as it is there. */
@NullMarked
package dev.understudy.metrics.osgi;

import org.jspecify.annotations.NullMarked;
