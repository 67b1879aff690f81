package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.Exif;
import dev.understudy.codec.meta.TiffDirectory;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.ImageInfo;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What the first directory of a TIFF says.
 *
 * @param width columns
 * @param height rows
 * @param bits bits a sample
 * @param photometric what the samples mean
 * @param extra what the first sample after the colors is
 * @param coding how its samples are coded
 * @param exif orientation and resolution
 * @param profile the ICC profile, null for none
 */
record TiffFile(
        int width,
        int height,
        int bits,
        Photometric photometric,
        Extra extra,
        Coding coding,
        Exif exif,
        @Nullable ColorProfile profile) {

    /** The meaning of a sample after the colors. */
    enum Extra {
        NONE,
        /** Opacity that the colors have been multiplied with. */
        ASSOCIATED_ALPHA,
        ALPHA
    }

    /** The compression of the samples, as far as it matters here. */
    enum Coding {
        /** In one or two dimensions, by groups 3 and 4. */
        FACSIMILE,
        /** The old way or the new. */
        JPEG,
        OTHER;

        private static Coding of(long compression) {
            return switch ((int) compression) {
                case 2, 3, 4 -> FACSIMILE;
                case 6, 7 -> JPEG;
                default -> OTHER;
            };
        }
    }

    private static final int MAX_SAMPLES = 16;
    /** LZW at its best; deflate does less, and runs of CCITT codes about as much. */
    private static final int BEST_RATIO = 4096;

    /** Reads the directory and checks that everything that it points to is in the file. */
    static TiffFile read(Input input) throws IOException, ServeException {
        return read(input, input.length());
    }

    /** Reads the directory of a file that may lack some of its samples. */
    static TiffFile damaged(Input input) throws IOException, ServeException {
        return read(input, Long.MAX_VALUE);
    }

    /** Takes strips and tiles for present up to a position in the file. */
    private static TiffFile read(Input input, long end) throws IOException, ServeException {
        TiffDirectory directory = TiffDirectory.first(input);
        directory.requireEnd();
        long width = directory.value(TiffTags.WIDTH, 0);
        long height = directory.value(TiffTags.HEIGHT, 0);
        DimensionChecks.check(width, height);
        long bits = directory.value(TiffTags.BITS_PER_SAMPLE, 1);
        Photometric photometric = Photometric.of(directory.value(TiffTags.PHOTOMETRIC, 1));
        long samples = directory.value(TiffTags.SAMPLES_PER_PIXEL, 1);
        if (bits < 1 || bits > 64 || samples < photometric.stored() || samples > MAX_SAMPLES) {
            throw new DamagedException(samples + " samples of " + bits + " bits do not exist");
        }
        Coding coding = Coding.of(directory.value(TiffTags.COMPRESSION, 1));
        new SampleKind(photometric, bits, samples, coding).requireSupported(directory);
        DimensionChecks.requirePlausible(width * height * samples * bits / 8, input.length(), BEST_RATIO);
        new StripTable(directory, end).check(width, height, samples, bits);
        byte[] profile = directory.bytes(TiffTags.ICC_PROFILE);
        return new TiffFile(
                (int) width,
                (int) height,
                (int) bits,
                photometric,
                extra(directory, samples - photometric.stored()),
                coding,
                Exif.of(directory),
                profile == null ? null : new ColorProfile(profile));
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

    ImageInfo info() {
        return new ImageInfo(
                "tiff",
                width,
                height,
                exif.orientation(),
                photometric.samples(),
                Math.min(bits, 32),
                extra != Extra.NONE,
                profile != null,
                exif.resolution());
    }
}
