package dev.understudy.engine.render;

import dev.understudy.engine.layout.SceneGeometry;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.failure.ServeException;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Samples;
import dev.understudy.image.Xmp;
import dev.understudy.source.Stamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes images of plans. */
public interface Renderer {

    /**
     * The finished file.
     *
     * @param memory is asked before anything is decoded
     * @throws ServeException when a source, a decoder or a limit refuses
     * @throws MemoryUnavailableException when others have the memory now
     */
    Rendered render(ImagePlan plan, MemoryBudget memory) throws ServeException, MemoryUnavailableException;

    /**
     * Measures the reply to a plan by the heads of the sources alone.
     *
     * @throws ServeException as {@link #render}
     */
    Measured measure(ImagePlan plan, MemoryBudget memory) throws ServeException, MemoryUnavailableException;

    /**
     * Finds out where everything in the reply to a plan lies, by the heads of the sources alone.
     *
     * @throws ServeException as {@link #render}
     */
    SceneGeometry locate(ImagePlan plan, MemoryBudget memory) throws ServeException, MemoryUnavailableException;

    /**
     * Looks into a vector image for the requests that it takes images from.
     *
     * @return what follows the mount in each, in the order of the file, as often as it is there
     * @throws ServeException when the file cannot be opened or read, or has too many
     */
    List<String> requests(ImageFile file, MemoryBudget memory) throws ServeException, MemoryUnavailableException;

    /**
     * Reads the head of an image file.
     *
     * @throws ServeException when it cannot be opened, is of no known format, or is damaged or too large
     */
    Inspected inspect(ImageFile file, MemoryBudget memory) throws ServeException, MemoryUnavailableException;

    /**
     * Reads the head of an image file, and what the file carries beside its pixels.
     *
     * @throws ServeException as {@link #inspect}
     */
    Described describe(ImageFile file, MemoryBudget memory) throws ServeException, MemoryUnavailableException;

    /**
     * Reads the head of an image file, what it carries beside its pixels, and what its colors mean: by the profile that it embeds, else by
     * the one that its catalog names for such images.
     *
     * @throws ServeException as {@link #inspect}; {@code profile.corrupt} when the profile cannot be used
     */
    Told tell(ImageFile file, MemoryBudget memory) throws ServeException, MemoryUnavailableException;

    /**
     * What an image file carries beside its pixels.
     *
     * @param paths the paths, in its order
     * @param xmp its XMP, null for none
     */
    record Notes(List<EmbeddedPath> paths, @Nullable Xmp xmp) {

        /** Notes of what is no file. */
        public static final Notes NONE = new Notes(List.of(), null);

        public Notes {
            paths = List.copyOf(paths);
        }
    }

    /**
     * An image that has not been made.
     *
     * @param mediaType its type
     * @param size its size
     * @param colors its colors
     * @param stamps the sources that would go into it, each once
     */
    record Measured(String mediaType, PixelSize size, MeasuredColors colors, List<Stamp> stamps) {}

    /**
     * The colors of an image.
     *
     * @param samples their kind
     * @param profile what the profile calls itself that says what they mean; empty where there is none
     * @param embedded whether that profile is in the file
     */
    record MeasuredColors(Samples samples, String profile, boolean embedded) {}

    /**
     * An image file.
     *
     * @param info what its head says
     * @param stamp its state
     */
    record Inspected(ImageInfo info, Stamp stamp) {}

    /**
     * An image file and what it carries.
     *
     * @param file its head and its state
     * @param notes what it carries beside its pixels
     */
    record Described(Inspected file, Notes notes) {}

    /**
     * An image file, what it carries, and what its colors mean.
     *
     * @param described its head and what it carries
     * @param colors its colors
     */
    record Told(Described described, MeasuredColors colors) {}

    /**
     * A finished image.
     *
     * @param mediaType its type
     * @param bytes the file
     * @param size its size
     * @param stamps the sources that went into it, each once
     */
    @SuppressWarnings("ArrayRecordComponent") // shared and never compared
    record Rendered(String mediaType, byte[] bytes, PixelSize size, List<Stamp> stamps) {}
}
