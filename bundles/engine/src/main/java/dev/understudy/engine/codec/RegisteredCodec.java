package dev.understudy.engine.codec;

import dev.understudy.image.Codec;
import java.util.Comparator;

/**
 * A codec as its bundle has registered it.
 *
 * @param codec the codec
 * @param bundle the name of its bundle
 * @param edition changes with the bundle's content
 * @param ranking the service's ranking
 * @param number the service's number: the one registered first has the smallest
 */
public record RegisteredCodec(Codec codec, String bundle, Edition edition, int ranking, long number) {

    /** Whoever comes first is asked first: the highest ranking, and of equals the one registered first. */
    static final Comparator<RegisteredCodec> ORDER =
            Comparator.comparingInt(RegisteredCodec::ranking).reversed().thenComparingLong(RegisteredCodec::number);
}
