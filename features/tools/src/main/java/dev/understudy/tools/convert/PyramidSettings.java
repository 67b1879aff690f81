package dev.understudy.tools.convert;

import org.jspecify.annotations.Nullable;

/**
 * How pyramids are to be made.
 *
 * @param compression that of the tiles; JPEG only where the image has no transparency, else deflate
 * @param quality that of JPEG, 1 to 100
 * @param fullChroma whether JPEG keeps chroma at full size
 * @param downsampling how smaller images are made
 * @param linear whether light is added up for that, and not samples
 * @param tile the sides of a tile
 * @param resolution pixels an inch; null for that of the source
 * @param profile whether a color profile is kept
 * @param xmp whether an XMP packet is kept
 * @param decodesJpeg whether the largest image of a JPEG is compressed anew, and its codes not handed on
 * @param bigFrom from which length on a file is BigTIFF
 */
record PyramidSettings(
        TileCompression compression,
        int quality,
        boolean fullChroma,
        Downsampling downsampling,
        boolean linear,
        int tile,
        @Nullable Double resolution,
        boolean profile,
        boolean xmp,
        boolean decodesJpeg,
        long bigFrom) {

    /** The compression for an image with or without transparency. */
    TileCompression compression(boolean alpha) {
        return alpha && compression == TileCompression.jpeg ? TileCompression.deflate : compression;
    }
}
