/** JPEG of which large images are decoded by the system's libturbojpeg, where there is one. */
@NullMarked
package dev.understudy.codec.turbo;

import org.jspecify.annotations.NullMarked;
