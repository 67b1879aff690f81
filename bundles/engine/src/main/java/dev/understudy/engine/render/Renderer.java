package dev.understudy.engine.render;

import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.source.Stamp;
import java.util.List;

/** Makes pictures of plans. */
public interface Renderer {

    /**
     * The finished file.
     *
     * @throws ServeException as sources, decoders and limits have it
     */
    Rendered render(ImagePlan plan) throws ServeException;

    /**
     * The size that the reply to this plan would have, from the heads of the sources alone.
     *
     * @throws ServeException as {@link #render}
     */
    PixelSize measure(ImagePlan plan) throws ServeException;

    /**
     * A finished picture.
     *
     * @param mediaType its type
     * @param bytes the file
     * @param size its size
     * @param stamps the sources that went into it, each once
     */
    record Rendered(String mediaType, byte[] bytes, PixelSize size, List<Stamp> stamps) {}
}
