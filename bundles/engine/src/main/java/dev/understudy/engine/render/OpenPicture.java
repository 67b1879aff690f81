package dev.understudy.engine.render;

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
 */
record OpenPicture(Source source, Decoder decoder, ImageInfo info) {

    /** Its size when it stands upright. */
    PixelSize uprightSize() {
        return new PixelSize(info.uprightWidth(), info.uprightHeight());
    }

    /** Its name, for messages. */
    String name() {
        return source.key().toString();
    }

    Decoded decode(DecodeRequest request) throws ServeException {
        return decoder.decode(source, request);
    }
}
