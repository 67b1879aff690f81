package dev.understudy.failure;

import java.util.List;

/**
 * The ladder of stand-ins: secondary server, last good image, default image, error image, text. Rungs only go down, so it ends.
 *
 * <p>Source: the reference's pages on errors, redirect on error, DefaultImage, DefaultImageMode and ErrorImage; the order
 * between the rungs is ours, and so is the last good image.
 */
public final class StandIns {

    private StandIns() {}

    /** The rungs of the ladder on which a request can fail, from the top down. */
    public enum Rung {
        /** The request itself failed. */
        REQUEST,
        /** The request failed again, with the default image in place of images of single layers. */
        SUBSTITUTED_LAYERS,
        /** The default image that stood in for the whole request, or could not stand in for a layer, failed. */
        DEFAULT_IMAGE,
        /** The error image failed. */
        ERROR_IMAGE
    }

    /**
     * The stand-ins that are configured for a request.
     *
     * @param secondary whether the request can be forwarded
     * @param lastGood whether the image is kept that was made when the request's sources were good, and may be used
     * @param image whether the request asks for an image: {@code req=img} or {@code req=tmb}
     * @param defaultImage whether a default image is set
     * @param layerOnly {@code DefaultImageMode=1}
     * @param standInTried whether the failed layer is a default image already
     * @param errorImage whether an error image is set
     */
    public record Options(
            boolean secondary,
            boolean lastGood,
            boolean image,
            boolean defaultImage,
            boolean layerOnly,
            boolean standInTried,
            boolean errorImage) {

        /** The options of a request that only text can answer. */
        public static final Options NONE = new Options(false, false, false, false, false, false, false);

        /** The same options, with or without a last good image. */
        public Options withLastGood(boolean kept) {
            return new Options(secondary, kept, image, defaultImage, layerOnly, standInTried, errorImage);
        }
    }

    /** The next thing to do for a request that failed. */
    public enum Decision {
        /** Send the request to the secondary server. */
        FORWARD,
        /** Serve the image that was made when the sources were good. */
        SERVE_LAST_GOOD,
        /** Put the default image in place of the failed layer's source and go on. */
        SUBSTITUTE_LAYER,
        /** Serve the default image instead of the whole request. */
        RENDER_DEFAULT_IMAGE,
        /** Serve the error image. */
        RENDER_ERROR_IMAGE,
        /** Answer with text in the form that the request asked for. */
        TEXT
    }

    /**
     * The judgment on one rung.
     *
     * @param decision what the rung does
     * @param open whether it can be tried
     * @param why for people
     */
    public record Verdict(Decision decision, boolean open, String why) {}

    /** The next rung for a failure of {@code kind} that happened on {@code rung}. */
    public static Decision decide(FailureKind kind, Rung rung, Options options) {
        return verdicts(kind, rung, options).stream()
                .filter(Verdict::open)
                .findFirst()
                .orElseThrow()
                .decision();
    }

    /**
     * All rungs, from the top down, for a failure of {@code kind} that happened on {@code rung}. The first open one answers;
     * the last is always open.
     */
    public static List<Verdict> verdicts(FailureKind kind, Rung rung, Options options) {
        return List.of(
                forward(kind, rung, options),
                lastGood(kind, rung, options),
                defaultImage(kind, rung, options),
                errorImage(kind, rung, options),
                new Verdict(Decision.TEXT, true, "text is always left"));
    }

    private static Verdict forward(FailureKind kind, Rung rung, Options options) {
        if (!options.secondary()) {
            return closed(Decision.FORWARD, "no secondary server is configured, or it sent the request itself");
        }
        if (!kind.allows(FailureKind.AllowedStandIn.SECONDARY)) {
            return closed(Decision.FORWARD, "failures of this kind are not forwarded");
        }
        return rung == Rung.REQUEST
                ? new Verdict(Decision.FORWARD, true, "a secondary server is configured")
                : closed(Decision.FORWARD, "only the request itself is forwarded, not what stands in for it");
    }

    private static Verdict lastGood(FailureKind kind, Rung rung, Options options) {
        if (!kind.allows(FailureKind.AllowedStandIn.LAST_GOOD)) {
            return closed(Decision.SERVE_LAST_GOOD, "no source is gone or damaged");
        }
        if (!options.lastGood()) {
            return closed(Decision.SERVE_LAST_GOOD, "no last good image is kept, or StaleIfError does not allow it");
        }
        return rung == Rung.REQUEST
                ? new Verdict(Decision.SERVE_LAST_GOOD, true, "the last good image is kept")
                : closed(Decision.SERVE_LAST_GOOD, "only the request itself has a last good image");
    }

    private static Verdict defaultImage(FailureKind kind, Rung rung, Options options) {
        Decision decision = options.layerOnly() ? Decision.SUBSTITUTE_LAYER : Decision.RENDER_DEFAULT_IMAGE;
        if (!options.defaultImage()) {
            return closed(decision, "no default image is set");
        }
        if (!options.image()) {
            return closed(decision, "stand-in images are for req=img and req=tmb");
        }
        if (!kind.allows(FailureKind.AllowedStandIn.DEFAULT_IMAGE)) {
            return closed(decision, "no image is missing");
        }
        boolean layersLeft = rung == Rung.SUBSTITUTED_LAYERS && options.layerOnly();
        return (rung == Rung.REQUEST || layersLeft) && !options.standInTried()
                ? new Verdict(decision, true, "a default image is set")
                : closed(decision, "the default image has been tried");
    }

    private static Verdict errorImage(FailureKind kind, Rung rung, Options options) {
        if (!options.errorImage()) {
            return closed(Decision.RENDER_ERROR_IMAGE, "no error image is set");
        }
        if (!options.image()) {
            return closed(Decision.RENDER_ERROR_IMAGE, "stand-in images are for req=img and req=tmb");
        }
        if (!kind.allows(FailureKind.AllowedStandIn.ERROR_IMAGE)) {
            return closed(Decision.RENDER_ERROR_IMAGE, "failures of this kind are not drawn");
        }
        return rung == Rung.ERROR_IMAGE
                ? closed(Decision.RENDER_ERROR_IMAGE, "the error image has been tried")
                : new Verdict(Decision.RENDER_ERROR_IMAGE, true, "an error image is set");
    }

    private static Verdict closed(Decision decision, String why) {
        return new Verdict(decision, false, why);
    }
}
