/** PDF: pages of one image. */
@NullMarked
package dev.understudy.codec.pdf;

import org.jspecify.annotations.NullMarked;
