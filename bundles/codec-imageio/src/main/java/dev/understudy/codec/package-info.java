/** The formats that are read and written through ImageIO. */
@NullMarked
package dev.understudy.codec;

import org.jspecify.annotations.NullMarked;
