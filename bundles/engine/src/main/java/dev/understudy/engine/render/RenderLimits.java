package dev.understudy.engine.render;

import dev.understudy.engine.layout.PixelLimit;

/**
 * The limits of a single request.
 *
 * <p>Source: the reference's page on image size limits.
 *
 * @param render pixels of a reply, or of a turned layer; {@code MaxRenderRgnPixels}, or {@code MaxSavePixels} of what is saved
 * @param maxSourcePixels pixels of a source; {@code MaxNonDsfSize}
 * @param maxMessageBytes bytes of a reply; {@code MaxMessageSize}
 */
public record RenderLimits(PixelLimit render, long maxSourcePixels, long maxMessageBytes) {

    public RenderLimits {
        if (render.max() < 1 || maxSourcePixels < 1 || maxMessageBytes < 1) {
            throw new IllegalArgumentException("a limit below 1");
        }
    }

    /** The limits of replies. */
    public RenderLimits(long maxRenderPixels, long maxSourcePixels, long maxMessageBytes) {
        this(new PixelLimit(maxRenderPixels, "MaxRenderRgnPixels"), maxSourcePixels, maxMessageBytes);
    }

    /** The limits of images that are saved to files: they may have other sizes, and take as many bytes as they do. */
    public RenderLimits ofSaved(long maxSavePixels) {
        return new RenderLimits(new PixelLimit(maxSavePixels, "MaxSavePixels"), maxSourcePixels, Long.MAX_VALUE);
    }
}
