package dev.understudy.engine.render;

/**
 * The limits of a single request.
 *
 * <p>Source: the reference's page on image size limits.
 *
 * @param maxRenderPixels pixels of a reply, or of a turned layer; {@code MaxRenderRgnPixels}
 * @param maxSourcePixels pixels of a source; {@code MaxNonDsfSize}
 * @param maxMessageBytes bytes of a reply; {@code MaxMessageSize}
 */
public record RenderLimits(long maxRenderPixels, long maxSourcePixels, long maxMessageBytes) {

    public RenderLimits {
        if (maxRenderPixels < 1 || maxSourcePixels < 1 || maxMessageBytes < 1) {
            throw new IllegalArgumentException("a limit below 1");
        }
    }
}
