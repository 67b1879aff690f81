package dev.understudy.codec.webp;

import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.meta.Exif;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the chunks of a WebP say.
 *
 * @param width columns of the whole image
 * @param height rows of the whole image
 * @param frame the image itself, or the first one of an animation
 * @param area where it lies in the whole
 * @param exif by EXIF
 * @param profile the ICC profile, null for none
 */
record WebpFile(
        int width,
        int height,
        FrameChunk frame,
        Region area,
        Exif exif,
        @Nullable ColorProfile profile) {

    /**
     * One coded image.
     *
     * @param width columns
     * @param height rows
     * @param alpha whether it may have transparency
     * @param file a simple WebP file of it alone
     */
    record FrameChunk(int width, int height, boolean alpha, List<InputSegment> file) {}

    /** Whether the frame covers the whole image; what it does not cover is transparent. */
    boolean filled() {
        return area.width() == width && area.height() == height;
    }

    ImageInfo info() {
        return new ImageInfo(
                "webp",
                width,
                height,
                exif.orientation(),
                Samples.RGB,
                8,
                frame.alpha() || !filled(),
                profile != null,
                exif.resolution());
    }
}
