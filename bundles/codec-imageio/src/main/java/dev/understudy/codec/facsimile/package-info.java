/** The codes of facsimile: groups 3 and 4, in one dimension and two. */
@NullMarked
package dev.understudy.codec.facsimile;

import org.jspecify.annotations.NullMarked;
