package dev.understudy.engine.render;

import dev.understudy.engine.work.Interruption;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.Pixels;

/**
 * Lowers the quality of an image until its file is no larger than it may be, and hardly smaller. Each quality that is tried is where
 * the sizes of those before it lead to expect the right size; mostly that takes three or four files, and never more than eight.
 *
 * <p>Source: the reference's page on jpegSize.
 */
final class SizedEncoding {

    private static final int KILOBYTE = 1024;
    private static final int MOST_FILES = 8;
    private static final int LOWEST_QUALITY = 1;
    /** A file that is no smaller than this part of what it may be is good enough. */
    private static final double CLOSE = 0.98;
    /** The part that is aimed at, between good enough and too much. */
    private static final double AIM = 0.99;
    /** No guess is nearer to one before it than this part of what lies between. */
    private static final double LEAST_STEP = 0.05;

    private final Encoder encoder;
    private final EncodeOptions options;
    private final long maxBytes;
    private final IdleProcessors processors;

    /**
     * An encoding.
     *
     * @param processors what may help
     */
    SizedEncoding(Encoder encoder, EncodeOptions options, int maxKilobytes, IdleProcessors processors) {
        this.encoder = encoder;
        this.options = options;
        this.maxBytes = (long) maxKilobytes * KILOBYTE;
        this.processors = processors;
    }

    /** How long a file at a place of the {@link QualitySteps} is. */
    private record Attempt(double place, int length) {

        double size() {
            return Math.log(length);
        }
    }

    /**
     * The largest file that may be, in no better quality than the options have.
     *
     * @throws ServeException when the encoder fails, or even the lowest quality takes too much
     */
    byte[] encode(Pixels pixels) throws ServeException {
        byte[] file = encoder.encode(pixels, options, processors);
        return file.length <= maxBytes
                ? file
                : smaller(pixels, new Attempt(QualitySteps.place(options.quality()), file.length));
    }

    private byte[] smaller(Pixels pixels, Attempt first) throws ServeException {
        Attempt tooLarge = first;
        double lowest = QualitySteps.place(LOWEST_QUALITY);
        for (int files = 1; files < MOST_FILES && tooLarge.place() > lowest; files++) {
            boolean last = files == MOST_FILES - 1;
            double place = last ? lowest : Math.max(lowest, lower(tooLarge, files));
            byte[] file = file(pixels, place);
            Attempt attempt = new Attempt(place, file.length);
            if (file.length <= maxBytes) {
                return between(pixels, attempt, file, tooLarge, MOST_FILES - files - 1);
            }
            tooLarge = attempt;
        }
        throw new ServeException(new Failure.TooLarge(
                "A reply of " + tooLarge.length() + " bytes at the lowest quality",
                "jpegSize=" + maxBytes / KILOBYTE + ", " + maxBytes + " bytes"));
    }

    /** Where a file may fit, as none has yet: farther away each time. */
    private double lower(Attempt tooLarge, int files) {
        double expected = tooLarge.place() + aim() - tooLarge.size();
        return files == 1 ? expected : Math.min(expected, tooLarge.place() - 0.2 * (1 << files));
    }

    /** The largest of the files that fit, after so many more at most. */
    private byte[] between(Pixels pixels, Attempt fits, byte[] fitting, Attempt exceeds, int files)
            throws ServeException {
        byte[] best = fitting;
        Attempt below = fits;
        Attempt above = exceeds;
        for (int i = 0; i < files && best.length < CLOSE * maxBytes; i++) {
            double place = guess(below, above);
            byte[] file = file(pixels, place);
            if (file.length <= maxBytes) {
                best = file;
                below = new Attempt(place, file.length);
            } else {
                above = new Attempt(place, file.length);
            }
        }
        return best;
    }

    /** Where the straight line between two files has the size that is aimed at. */
    private double guess(Attempt below, Attempt above) {
        double part = (aim() - below.size()) / (above.size() - below.size());
        double bounded = Math.max(LEAST_STEP, Math.min(1 - LEAST_STEP, part));
        return below.place() + bounded * (above.place() - below.place());
    }

    private double aim() {
        return Math.log(AIM * maxBytes);
    }

    private byte[] file(Pixels pixels, double place) throws ServeException {
        Interruption.check();
        return encoder.encode(pixels, options.withQuality(QualitySteps.quality(place)), processors);
    }
}
