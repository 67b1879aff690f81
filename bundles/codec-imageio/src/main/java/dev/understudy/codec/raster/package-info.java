/** Between the planes of pictures and the rasters of ImageIO. */
@NullMarked
package dev.understudy.codec.raster;

import org.jspecify.annotations.NullMarked;
