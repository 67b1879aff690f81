/** Files as the streams that ImageIO reads, without temporary copies. */
@NullMarked
package dev.understudy.codec.io;

import org.jspecify.annotations.NullMarked;
