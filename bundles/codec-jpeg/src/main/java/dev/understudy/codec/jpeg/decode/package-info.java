/** Decodes the entropy-coded samples of baseline, extended and progressive JPEG, at full size or reduced, in whole or in part. */
@NullMarked
package dev.understudy.codec.jpeg.decode;

import org.jspecify.annotations.NullMarked;
