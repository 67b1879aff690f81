/** What style sheets say of elements. */
@NullMarked
package dev.understudy.codec.svg.css;

import org.jspecify.annotations.NullMarked;
