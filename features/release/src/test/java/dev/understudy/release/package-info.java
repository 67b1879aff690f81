/** Lists of the parts of a release, and the check of everything that goes out. */
@NullMarked
package dev.understudy.release;

import org.jspecify.annotations.NullMarked;
