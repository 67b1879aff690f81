/** A test for each fault that is not the secondary server's: docs/faults.md says which. */
@NullMarked
package dev.understudy.itest.faults;

import org.jspecify.annotations.NullMarked;
