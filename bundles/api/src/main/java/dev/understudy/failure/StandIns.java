package dev.understudy.failure;

/**
 * The ladder of stand-ins: secondary server, default image, error image, text. Rungs only go down, so it ends.
 *
 * <p>Source: the reference's pages on errors, redirect on error, DefaultImage, DefaultImageMode and ErrorImage; the order
 * between the rungs is ours.
 */
public final class StandIns {

    private StandIns() {}

    /** How far down the ladder a request already is. */
    public enum Rung {
        /** The request itself failed. */
        REQUEST,
        /** The default image that stood in for the whole request failed. */
        DEFAULT_IMAGE,
        /** The error image failed. */
        ERROR_IMAGE
    }

    /**
     * What is configured for the request.
     *
     * @param secondary whether the request can be forwarded
     * @param picture whether the request asks for a picture: {@code req=img} or {@code req=tmb}
     * @param defaultImage whether a default image is set
     * @param layerOnly {@code DefaultImageMode=1}
     * @param standInTried whether the failed layer is a default image already
     * @param errorImage whether an error image is set
     */
    public record Options(
            boolean secondary,
            boolean picture,
            boolean defaultImage,
            boolean layerOnly,
            boolean standInTried,
            boolean errorImage) {

        /** Nothing but text. */
        public static final Options NONE = new Options(false, false, false, false, false, false);
    }

    /** What to do next. */
    public enum Decision {
        /** Send the request to the secondary server. */
        FORWARD,
        /** Put the default image in place of the failed layer's source and go on. */
        SUBSTITUTE_LAYER,
        /** Serve the default image instead of the whole request. */
        RENDER_DEFAULT_IMAGE,
        /** Serve the error image. */
        RENDER_ERROR_IMAGE,
        /** Answer with text in the form that the request asked for. */
        TEXT
    }

    /** The next rung for a failure of {@code kind} that happened on {@code rung}. */
    public static Decision decide(FailureKind kind, Rung rung, Options options) {
        if (rung == Rung.REQUEST && options.secondary() && kind.allows(FailureKind.StandIn.SECONDARY)) {
            return Decision.FORWARD;
        }
        if (rung == Rung.REQUEST
                && options.picture()
                && options.defaultImage()
                && !options.standInTried()
                && kind.allows(FailureKind.StandIn.DEFAULT_IMAGE)) {
            return options.layerOnly() ? Decision.SUBSTITUTE_LAYER : Decision.RENDER_DEFAULT_IMAGE;
        }
        if (rung != Rung.ERROR_IMAGE
                && options.picture()
                && options.errorImage()
                && kind.allows(FailureKind.StandIn.ERROR_IMAGE)) {
            return Decision.RENDER_ERROR_IMAGE;
        }
        return Decision.TEXT;
    }
}
