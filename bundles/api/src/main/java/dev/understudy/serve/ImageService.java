package dev.understudy.serve;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Answers requests for images. */
@ProviderType
public interface ImageService {

    /** Answers a call; every failure has become an answer. Blocks while the image is made, and throws nothing. */
    Answer serve(Call call);

    /**
     * Answers a call without waiting for anything, files included.
     *
     * @return null when that is not possible; then nothing has been done, and {@link #serve} is to be asked
     */
    default @Nullable Reply serveAtOnce(Call call) {
        return null;
    }

    /**
     * Orders a call to be forwarded for which {@link #serve} would answer the same because its image was missing a moment ago, without
     * waiting for anything, files included.
     *
     * @return null when that is not known; then nothing has been done, and {@link #serve} is to be asked
     */
    default @Nullable Forward forwardAtOnce(Call call) {
        return null;
    }
}
