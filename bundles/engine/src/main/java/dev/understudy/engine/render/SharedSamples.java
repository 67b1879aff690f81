package dev.understudy.engine.render;

import static java.lang.Integer.highestOneBit;

import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import org.jspecify.annotations.Nullable;

/**
 * The samples that were decoded last of an image that several layers of a request show, so that those that want the same or a part of
 * it need not decode it again. Nobody may change them.
 */
final class SharedSamples {

    private int painters;
    private long bytes;
    private boolean kept;
    private @Nullable DecodeRequest request;
    private @Nullable Decoded decoded;

    /** Decodes an image. */
    interface SampleDecoding {
        Decoded decode() throws ServeException;
    }

    /** Counts one that will draw the image. */
    void addPainter() {
        painters++;
    }

    /** Counts what decoding for one of them takes. */
    void expect(long decoding) {
        bytes = Math.max(bytes, decoding);
    }

    /** Bytes that keeping samples takes at most; 0 when nobody else would use them. */
    long bytes() {
        return painters > 1 ? bytes : 0;
    }

    /** Has samples be kept from now on. */
    void keep() {
        kept = painters > 1;
    }

    /** Lets go of what is kept. */
    void release() {
        kept = false;
        request = null;
        decoded = null;
    }

    /** The samples that were kept if they serve, else what is decoded now. */
    Decoded get(DecodeRequest wanted, ImageInfo info, SampleDecoding decoding) throws ServeException {
        if (decoded != null && request != null && serves(decoded, request, wanted, info)) {
            return decoded;
        }
        request = null;
        decoded = null;
        Decoded fresh = decoding.decode();
        if (kept) {
            request = wanted;
            decoded = fresh;
        }
        return fresh;
    }

    private static boolean serves(Decoded decoded, DecodeRequest request, DecodeRequest wanted, ImageInfo info) {
        Region all = new Region(0, 0, info.width(), info.height());
        Region region = wanted.region() == null ? all : wanted.region().intersect(all);
        // decoders reduce by halves, so that these are read from the same samples
        boolean alike = highestOneBit(request.maxReduction()) == highestOneBit(wanted.maxReduction())
                && highestOneBit(request.maxChromaReduction()) == highestOneBit(wanted.maxChromaReduction());
        return alike
                && decoded.reduction() <= wanted.maxReduction()
                && request.tolerance() == wanted.tolerance()
                && decoded.region().intersect(region).equals(region);
    }
}
