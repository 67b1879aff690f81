package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.Exif;
import dev.understudy.codec.meta.TiffDirectory;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.ImageInfo;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a directory of a TIFF says of its image.
 *
 * @param directory the directory
 * @param width columns
 * @param height rows
 * @param kind the kind of its samples
 * @param chunks where its strips or tiles are
 * @param extra what the first sample after the colors is
 * @param exif orientation and resolution
 * @param profile the ICC profile, null for none
 */
record TiffFile(
        TiffDirectory directory,
        int width,
        int height,
        SampleKind kind,
        ChunkTable chunks,
        Extra extra,
        Exif exif,
        @Nullable ColorProfile profile) {

    /** The meaning of a sample after the colors. */
    enum Extra {
        NONE,
        /** Opacity that the colors have been multiplied with. */
        ASSOCIATED_ALPHA,
        ALPHA
    }

    /** LZW at its best; deflate does less. */
    private static final int BEST_RATIO = 4096;

    /** Reads the first directory and checks that all samples are in the file. */
    static TiffFile read(Input input) throws IOException, ServeException {
        return read(TiffDirectory.first(input), input);
    }

    /** Reads the first directory of a file that may lack some of its samples. */
    static TiffFile damaged(Input input) throws IOException, ServeException {
        return read(TiffDirectory.first(input), input, false);
    }

    /** As {@link #read(Input)}, of another directory. */
    static TiffFile read(TiffDirectory directory, Input input) throws IOException, ServeException {
        return read(directory, input, true);
    }

    private static TiffFile read(TiffDirectory directory, Input input, boolean whole)
            throws IOException, ServeException {
        long width = directory.value(TiffTags.WIDTH, 0);
        long height = directory.value(TiffTags.HEIGHT, 0);
        DimensionChecks.checkStored(width, height);
        if (whole) {
            FieldChecks.requireSound(directory);
        }
        SampleKind kind = SampleKind.of(directory);
        kind.requireSupported(directory);
        if (whole) {
            FieldChecks.requireSound(directory, kind);
        }
        requirePlausible(width, height, kind, input.length());
        byte[] profile = directory.bytes(TiffTags.ICC_PROFILE);
        return new TiffFile(
                directory,
                (int) width,
                (int) height,
                kind,
                ChunkTable.read(directory, kind, (int) width, (int) height, input, whole),
                extra(directory, kind.samples() - kind.photometric().stored()),
                Exif.of(directory, input),
                profile == null ? null : new ColorProfile(profile));
    }

    /** A line of facsimile codes takes a bit at least, however long it is. */
    private static void requirePlausible(long width, long height, SampleKind kind, long length)
            throws DamagedException {
        if (kind.coding() == Coding.FACSIMILE) {
            DimensionChecks.requirePlausible(height / 8, length, 1);
        } else {
            DimensionChecks.requirePlausible(width * height * kind.samples() * kind.bits() / 8, length, BEST_RATIO);
        }
    }

    /** A sample too many that nobody explains is taken for alpha, as other readers do. */
    private static Extra extra(TiffDirectory directory, long surplus) throws IOException {
        if (surplus == 0) {
            return Extra.NONE;
        }
        return switch ((int) directory.value(TiffTags.EXTRA_SAMPLES, 2)) {
            case 1 -> Extra.ASSOCIATED_ALPHA;
            case 2 -> Extra.ALPHA;
            default -> Extra.NONE;
        };
    }

    /** The same strips or tiles as gray with a pixel for each sample. */
    TiffFile grayRows() {
        return as(width * kind.samples(), chunks.widened(kind.samples()));
    }

    /** One of the planes of a file whose colors are apart, as gray. */
    TiffFile grayPlane(int index) {
        return as(width, chunks.plane(index));
    }

    private TiffFile as(int newWidth, ChunkTable newChunks) {
        return new TiffFile(directory, newWidth, height, kind.asGray(), newChunks, Extra.NONE, exif, null);
    }

    /**
     * What is told of the image.
     *
     * @param smallerInFile down to what part of its size the file has it
     */
    ImageInfo info(int smallerInFile) {
        return new ImageInfo(
                "tiff",
                width,
                height,
                exif.orientation(),
                kind.photometric().samples(),
                Math.min(kind.bits(), 32),
                extra != Extra.NONE,
                profile != null,
                exif.resolution(),
                smallerInFile,
                false,
                extra == Extra.ASSOCIATED_ALPHA);
    }
}
