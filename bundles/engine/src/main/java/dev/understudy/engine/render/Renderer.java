package dev.understudy.engine.render;

import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.PictureFile;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.PixelSize;
import dev.understudy.source.Stamp;
import java.util.List;

/** Makes pictures of plans. */
public interface Renderer {

    /**
     * The finished file.
     *
     * @param memory is asked before anything is decoded
     * @throws ServeException as sources, decoders and limits have it
     * @throws NoRoomException as it has it
     */
    Rendered render(ImagePlan plan, Memory memory) throws ServeException, NoRoomException;

    /**
     * What the reply to this plan would be, from the heads of the sources alone.
     *
     * @throws ServeException as {@link #render}
     */
    Measured measure(ImagePlan plan) throws ServeException;

    /**
     * What a picture file says about itself.
     *
     * @throws ServeException when it cannot be opened, is of no known format, or is damaged or too large
     */
    Inspected inspect(PictureFile file) throws ServeException;

    /**
     * A picture that has not been made.
     *
     * @param mediaType its type
     * @param size its size
     * @param stamps the sources that would go into it, each once
     */
    record Measured(String mediaType, PixelSize size, List<Stamp> stamps) {}

    /**
     * A picture file.
     *
     * @param info what its head says
     * @param stamp its state
     */
    record Inspected(ImageInfo info, Stamp stamp) {}

    /**
     * A finished picture.
     *
     * @param mediaType its type
     * @param bytes the file
     * @param size its size
     * @param stamps the sources that went into it, each once
     */
    @SuppressWarnings("ArrayRecordComponent") // shared and never compared
    record Rendered(String mediaType, byte[] bytes, PixelSize size, List<Stamp> stamps) {}
}
