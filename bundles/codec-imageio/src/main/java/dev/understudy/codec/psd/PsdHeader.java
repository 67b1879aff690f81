package dev.understudy.codec.psd;

import dev.understudy.codec.guard.DimensionChecks;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.failure.ServeException;
import java.io.IOException;

/**
 * The head of a PSD.
 *
 * @param large whether it is a PSB, in which some lengths take twice as many bytes
 * @param channels how many channels the merged image has
 * @param width columns
 * @param height rows
 * @param depth bits a sample
 * @param mode what the channels mean
 */
record PsdHeader(boolean large, int channels, int width, int height, int depth, ColorMode mode) {

    static final int SIGNATURE = 0x38425053; // 8BPS

    private static final int MOST_CHANNELS = 56;
    /** What run lengths can reach at best; deflate, which hardly anybody uses, does more. */
    private static final int BEST_RATIO = 1032;

    /** Reads the head of a file that stands at its start. */
    static PsdHeader read(Input input) throws IOException, ServeException {
        if (input.readInt() != SIGNATURE) {
            throw new DamagedException("it does not begin as one");
        }
        int version = input.readUnsignedShort();
        if (version != 1 && version != 2) {
            throw new DamagedException("its version is " + version);
        }
        input.seek(12);
        int channels = input.readUnsignedShort();
        long height = input.readUnsignedInt();
        long width = input.readUnsignedInt();
        int depth = input.readUnsignedShort();
        ColorMode mode = ColorMode.of(input.readUnsignedShort(), depth);
        DimensionChecks.check(width, height);
        DimensionChecks.requirePlausible(width * height * depth / 8 * mode.channels(), input.length(), BEST_RATIO);
        if (channels < mode.channels() || channels > MOST_CHANNELS) {
            throw new DamagedException("it has " + channels + " channels");
        }
        return new PsdHeader(version == 2, channels, (int) width, (int) height, depth, mode);
    }

    /** Bytes of a row of a channel. */
    int rowBytes() {
        return (int) (((long) width * depth + Byte.SIZE - 1) / Byte.SIZE);
    }

    /** Whether there are more channels than the colors take. */
    boolean hasMore() {
        return channels > mode.channels();
    }
}
