package dev.understudy.engine.planning;

import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.ClientHints;

/**
 * The client of a reply.
 *
 * @param formats what it can be sent
 * @param hints what it says of itself
 */
record Client(OutputFormats formats, ClientHints hints) {

    /** The client of a request. */
    static Client of(RawRequest raw) {
        return new Client(raw.formats(), raw.hints());
    }

    /** The same client, whose pixel ratio is not known. */
    Client withoutPixelRatio() {
        return new Client(formats, hints.withoutPixelRatio());
    }

    /**
     * How the reply to a request is suited to it.
     *
     * @throws ServeException when what the request says about that is wrong
     */
    ClientAdaptation adaptation(ImageRequest request) throws ServeException {
        return new ClientAdaptation(request.values().global(), request.catalog(), formats, hints);
    }
}
