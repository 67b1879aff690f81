/** Between the planes of images and the rasters of ImageIO. */
@NullMarked
package dev.understudy.codec.raster;

import org.jspecify.annotations.NullMarked;
