package dev.understudy.engine.render;

import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.quarantine.Step;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.PixelSize;
import dev.understudy.source.Source;

/**
 * A picture file that is open and whose head has been read.
 *
 * @param source the file
 * @param decoder what reads it
 * @param info what its head says
 * @param failed the sources known to be bad
 */
record OpenPicture(Source source, Decoder decoder, ImageInfo info, FailedSources failed) {

    /** Its size when it stands upright. */
    PixelSize uprightSize() {
        return new PixelSize(info.uprightWidth(), info.uprightHeight());
    }

    /** Its name, for messages. */
    String name() {
        return source.key().toString();
    }

    /**
     * Its samples.
     *
     * @param goal PIXELS, or COLORS when they are to be converted next
     */
    Decoded decode(DecodeRequest request, Step goal) throws ServeException {
        failed.check(source, goal);
        return failed.attempt(source, Step.PIXELS, () -> decoder.decode(source, request));
    }

    /** Converts its colours. */
    <T> T convert(FailedSources.Work<T> conversion) throws ServeException {
        return failed.attempt(source, Step.COLORS, conversion);
    }
}
