package dev.understudy.engine.render;

import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.quarantine.DecodingStage;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.engine.quarantine.ForeignFailures;
import dev.understudy.engine.warm.WarmSources;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import dev.understudy.image.Xmp;
import dev.understudy.source.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An image file that is open and whose head has been read.
 *
 * @param source the file
 * @param decoder what reads it
 * @param info what its head says
 * @param file its name, and how it is taken
 * @param failed the sources known to be bad
 * @param warm the sources that need not be decoded
 * @param shared what is kept of it for others of the request
 */
record OpenImage(
        Source source,
        Decoder decoder,
        ImageInfo info,
        ImageFile file,
        FailedSources failed,
        WarmSources warm,
        SharedSamples shared) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenImage.class);

    /** An image of which nothing is kept yet. */
    OpenImage(Source source, Decoder decoder, ImageInfo info, ImageFile file, FailedSources failed, WarmSources warm) {
        this(source, decoder, info, file, failed, warm, new SharedSamples());
    }

    /** The size of the upright image. */
    PixelSize uprightSize() {
        return new PixelSize(info.uprightWidth(), info.uprightHeight());
    }

    /** The name of the file, for messages. */
    String name() {
        return source.key().toString();
    }

    /**
     * Decodes the samples.
     *
     * @param goal PIXELS, or COLORS when they are to be converted next
     */
    Decoded decode(DecodeRequest request, DecodingStage goal) throws ServeException {
        return shared.get(request, info, () -> decodeNow(request, goal));
    }

    private Decoded decodeNow(DecodeRequest request, DecodingStage goal) throws ServeException {
        Tolerance tolerance = file.tolerance();
        Region part = part(request);
        failed.check(source, tolerance, goal, part);
        Decoded decoded = failed.attempt(
                source,
                tolerance,
                DecodingStage.PIXELS,
                part,
                () -> warm.decode(source, decoder, info, request.with(tolerance)));
        if (decoded.damage() != null && failed.isNews(source.stamp())) {
            LOG.warn("Taken as far as it can be read, since its catalog is lenient: {}", decoded.damage());
        }
        return decoded;
    }

    /** The part that a request is for; null when that is all of the image. */
    private @Nullable Region part(DecodeRequest request) {
        Region all = new Region(0, 0, info.width(), info.height());
        return request.region() == null || request.region().intersect(all).equals(all) ? null : request.region();
    }

    /** Converts its colors. */
    <T> T convert(FailedSources.DecodingWork<T> conversion) throws ServeException {
        return failed.attempt(source, file.tolerance(), DecodingStage.COLORS, conversion);
    }

    /** Asks for what finding out the profile takes: decoders that do not tell it without the image decode a pixel, and some the whole. */
    void reserveForProfile(MemoryBudget budget) throws ServeException, MemoryUnavailableException {
        if (info.profile()) {
            budget.reserve(memory(new DecodeRequest(new Region(0, 0, 1, 1), 1)));
        }
    }

    /** The profile that the file embeds; null for none. */
    @Nullable
    ColorProfile profile() throws ServeException {
        Tolerance tolerance = file.tolerance();
        return failed.attempt(
                        source,
                        tolerance,
                        DecodingStage.HEAD,
                        () -> Optional.ofNullable(decoder.profile(source, tolerance)))
                .orElse(null);
    }

    /** The paths that the file carries. */
    List<EmbeddedPath> paths() throws ServeException {
        try {
            List<EmbeddedPath> paths = decoder.paths(source);
            FailedSources.requireAllRead(source);
            return paths;
        } catch (ServeException e) {
            FailedSources.requireAllRead(source);
            throw ForeignFailures.of(source, e);
        }
    }

    /** The XMP that the file carries; null for none. */
    @Nullable
    Xmp xmp() throws ServeException {
        try {
            Xmp xmp = decoder.xmp(source);
            FailedSources.requireAllRead(source);
            return xmp;
        } catch (ServeException e) {
            FailedSources.requireAllRead(source);
            throw ForeignFailures.of(source, e);
        }
    }

    /** Bytes that decoding for a painter takes at most. */
    long memory(DecodeRequest request) {
        long bytes = decoder.memory(info, request.with(file.tolerance()));
        shared.expect(bytes);
        return bytes;
    }
}
