package dev.understudy.codec.png;

import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.meta.Exif;
import dev.understudy.codec.raster.Palette;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the chunks of a PNG say.
 *
 * @param header its IHDR
 * @param palette the colors of indexed samples, null when the samples are colors themselves
 * @param key the samples of the one transparent color, empty when there is none
 * @param profile the ICC profile, null for none
 * @param density pixels an inch, 0 when it does not say
 * @param exif by EXIF
 * @param decodableSegments the file without the chunks that the decoder does not need
 */
record PngFile(
        PngHeader header,
        @Nullable Palette palette,
        List<Integer> key,
        @Nullable ColorProfile profile,
        double density,
        Exif exif,
        List<InputSegment> decodableSegments) {

    PngFile {
        key = List.copyOf(key);
        decodableSegments = List.copyOf(decodableSegments);
    }

    ImageInfo info() {
        return new ImageInfo(
                "png",
                (int) header.width(),
                (int) header.height(),
                exif.orientation(),
                header.gray() ? Samples.GRAY : Samples.RGB,
                header.bits(),
                header.alphaChannel() || !key.isEmpty() || (palette != null && palette.transparent()),
                profile != null,
                density > 0 ? density : exif.resolution());
    }
}
