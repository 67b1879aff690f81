package dev.understudy.engine.render;

import dev.understudy.engine.work.Interruption;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.Pixels;

/**
 * Lowers the quality of an image until its file is no larger than it may be. Qualities are tried by halves, so a file is written 8
 * times at most: at the quality asked for, and 7 times to find the best of the 99 below.
 *
 * <p>Source: the reference's page on jpegSize.
 */
final class SizedEncoding {

    private static final int KILOBYTE = 1024;
    /** A file that is no smaller than this part of what it may be is good enough. */
    private static final double CLOSE = 0.98;

    private final Encoder encoder;
    private final EncodeOptions options;
    private final long maxBytes;

    SizedEncoding(Encoder encoder, EncodeOptions options, int maxKilobytes) {
        this.encoder = encoder;
        this.options = options;
        this.maxBytes = (long) maxKilobytes * KILOBYTE;
    }

    /**
     * The largest file that may be, in no better quality than the options have.
     *
     * @throws ServeException when the encoder fails, or even the lowest quality takes too much
     */
    byte[] encode(Pixels pixels) throws ServeException {
        byte[] file = encoder.encode(pixels, options);
        if (file.length <= maxBytes) {
            return file;
        }
        byte[] best = new byte[0];
        int tooHigh = (int) Math.ceil(options.quality());
        int fitting = 0;
        while (tooHigh - fitting > 1 && best.length < CLOSE * maxBytes) {
            Interruption.check();
            int quality = (tooHigh + fitting) / 2;
            file = encoder.encode(pixels, options.withQuality(quality));
            if (file.length <= maxBytes) {
                best = file;
                fitting = quality;
            } else {
                tooHigh = quality;
            }
        }
        if (fitting == 0) {
            throw new ServeException(new Failure.TooLarge(
                    "A reply of " + file.length + " bytes at the lowest quality",
                    "jpegSize=" + maxBytes / KILOBYTE + ", " + maxBytes + " bytes"));
        }
        return best;
    }
}
