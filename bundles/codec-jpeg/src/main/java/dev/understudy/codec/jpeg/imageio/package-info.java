/**
 * The codec as a plug-in for ImageIO. Nothing registers it: a plug-in for JPEG that registers itself is also used for JPEG inside
 * TIFF, by readers that were made for another one.
 */
@NullMarked
package dev.understudy.codec.jpeg.imageio;

import org.jspecify.annotations.NullMarked;
