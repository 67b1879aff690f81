/** Images of other formats that stand in a file. */
@NullMarked
package dev.understudy.codec.svg.embedded;

import org.jspecify.annotations.NullMarked;
