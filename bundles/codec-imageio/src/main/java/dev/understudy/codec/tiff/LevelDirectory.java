package dev.understudy.codec.tiff;

import dev.understudy.image.Embedded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Samples;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** The directory of one image of a pyramid. What is noted about the whole is in that of the largest alone, but for the profile. */
final class LevelDirectory {

    private static final int REDUCED = 1;

    private final PyramidShape shape;
    private final EncodeOptions options;
    private final @Nullable StoredTiles tiles;
    private final Coding coding;
    private final int level;
    private final DirectoryWriter directory;

    private LevelDirectory(
            PyramidShape shape, EncodeOptions options, @Nullable StoredTiles tiles, int level, boolean big) {
        this.tiles = tiles;
        this.shape = shape;
        this.options = options;
        this.coding = tiles == null ? ChunkCompressor.coding(options.compression()) : Coding.JPEG;
        this.level = level;
        this.directory = new DirectoryWriter(ByteOrder.BIG_ENDIAN, big);
    }

    /**
     * The directory of an image, in the order of bytes of the network.
     *
     * @param tiles what its tiles are if they are handed on; null if they are not
     * @param level 0 for the largest image
     * @param offsets where the tiles are
     * @param lengths how long they are
     * @param big whether the file is BigTIFF
     */
    static DirectoryWriter of(
            PyramidShape shape,
            EncodeOptions options,
            @Nullable StoredTiles tiles,
            int level,
            long[] offsets,
            long[] lengths,
            boolean big) {
        LevelDirectory directory = new LevelDirectory(shape, options, tiles, level, big);
        directory.addSamples();
        directory.addTiles(offsets, lengths);
        directory.addRest();
        return directory.directory;
    }

    private void addSamples() {
        PixelSize size = shape.levels().get(level);
        directory.whole(TiffTags.NEW_SUBFILE_TYPE, level == 0 ? 0 : REDUCED);
        directory.whole(TiffTags.WIDTH, size.width());
        directory.whole(TiffTags.HEIGHT, size.height());
        directory.shorts(TiffTags.BITS_PER_SAMPLE, Byte.SIZE, shape.bands());
        directory.shorts(TiffTags.COMPRESSION, coding.number(), 1);
        directory.shorts(TiffTags.PHOTOMETRIC, Photometric.of(stored()).value(), 1);
        directory.shorts(TiffTags.ORIENTATION, shape.orientation().ordinal() + 1, 1);
        directory.shorts(TiffTags.SAMPLES_PER_PIXEL, shape.bands(), 1);
    }

    private Samples stored() {
        if (tiles != null) {
            return tiles.samples();
        }
        return coding == Coding.JPEG && shape.samples() == Samples.RGB ? Samples.YCC : shape.samples();
    }

    private void addTiles(long[] offsets, long[] lengths) {
        CommonEntries.addResolution(directory, options.embedded().resolution(), 1 << level, coding);
        directory.whole(TiffTags.TILE_WIDTH, shape.tile());
        directory.whole(TiffTags.TILE_HEIGHT, shape.tile());
        directory.positions(TiffTags.TILE_OFFSETS, offsets);
        directory.positions(TiffTags.TILE_BYTE_COUNTS, lengths);
    }

    private void addRest() {
        int usual = options.fullChroma() ? 1 : 2;
        CommonEntries.addColors(
                directory,
                stored(),
                shape.alpha(),
                tiles == null ? usual : tiles.horizontal(),
                tiles == null ? usual : tiles.vertical());
        Embedded embedded = options.embedded();
        CommonEntries.addNotes(directory, level == 0 ? embedded : Embedded.NOTHING.withProfile(embedded.profile()));
    }
}
