package dev.understudy.engine.request;

/** What {@code src=} or {@code mask=} says. */
public sealed interface LayerSource {

    /** A record or file. */
    record Named(ResolvedObject object) implements LayerSource {}

    /** A request in the request. */
    record Nested(ImageRequest request) implements LayerSource {}

    /**
     * A request to a render server.
     *
     * @param kind {@code ir} or {@code fxg}
     */
    record Rendered(String kind) implements LayerSource {}

    /** An image of a foreign server. */
    record Foreign(String url) implements LayerSource {}
}
