/** Files as the streams that ImageIO reads, without temporary copies, and what is said of damage to them. */
@NullMarked
package dev.understudy.codec.io;

import org.jspecify.annotations.NullMarked;
