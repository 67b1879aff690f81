package dev.understudy.tools.convert;

import dev.understudy.codec.tiff.TiffPyramidWriter;
import dev.understudy.image.Compression;

/** How the tiles of a pyramid are compressed. */
enum TileCompression {
    none("none"),
    deflate("zip"),
    lzw("lzw"),
    jpeg("jpeg");

    private final String name;

    TileCompression(String name) {
        this.name = name;
    }

    /** The compression of the writer. */
    Compression compression() {
        return TiffPyramidWriter.compression(name);
    }
}
