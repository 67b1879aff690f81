package dev.understudy.serve;

/**
 * What a client says of itself that an answer can depend on.
 *
 * @param accepted the media types that it takes
 * @param pixelRatio the pixels of its screen that make one pixel of a page; 0 when it does not say
 * @param connection how good its connection is
 */
public record ClientHints(AcceptedTypes accepted, double pixelRatio, ConnectionQuality connection) {

    /** A client that says nothing. */
    public static final ClientHints NONE = new ClientHints(AcceptedTypes.UNSAID, 0, ConnectionQuality.GOOD);

    /** The same client, whose pixel ratio is not known. */
    public ClientHints withoutPixelRatio() {
        return new ClientHints(accepted, 0, connection);
    }
}
