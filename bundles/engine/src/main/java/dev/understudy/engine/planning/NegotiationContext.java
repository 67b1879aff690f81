package dev.understudy.engine.planning;

import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.ClientHints;

/**
 * The client of a reply, and what it can be sent.
 *
 * @param formats what replies can be written as
 * @param hints what the client says of itself
 */
record NegotiationContext(OutputFormats formats, ClientHints hints) {

    /** The context of a request. */
    static NegotiationContext of(RawRequest raw) {
        return new NegotiationContext(raw.formats(), raw.hints());
    }

    /** The context of what is made for nobody in particular: the same whoever asks for it. */
    static NegotiationContext ofAnyone(RawRequest raw) {
        return new NegotiationContext(raw.formats(), ClientHints.NONE);
    }

    /** The same context, in which the pixel ratio of the screen is not known. */
    NegotiationContext withoutPixelRatio() {
        return new NegotiationContext(formats, hints.withoutPixelRatio());
    }

    /**
     * The adaptation of the reply to the client.
     *
     * @throws ServeException when what the request says about that is wrong
     */
    ClientAdaptation adaptation(ImageRequest request) throws ServeException {
        return new ClientAdaptation(request.values().global(), request.catalog(), formats, hints);
    }
}
