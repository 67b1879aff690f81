package dev.understudy.codec.jpeg;

import dev.understudy.codec.jpeg.decode.DecodingTables;
import dev.understudy.codec.jpeg.syntax.FrameHeader;
import dev.understudy.codec.meta.Exif;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Samples;
import org.jspecify.annotations.Nullable;

/**
 * What the segments of a JPEG before its first scan say.
 *
 * @param frame its frame header
 * @param jfif whether it is marked as JFIF
 * @param adobeTransform the color transform of Adobe's segment, -1 when there is none
 * @param density pixels an inch by JFIF, 0 when it does not say
 * @param exif by EXIF
 * @param profile the ICC profile, null for none
 * @param tables what they define for the scans
 * @param firstScan where the marker of the first scan is
 */
record JpegFile(
        FrameHeader frame,
        boolean jfif,
        int adobeTransform,
        double density,
        Exif exif,
        @Nullable ColorProfile profile,
        DecodingTables tables,
        long firstScan) {

    /** The meaning of the stored components, by the marks and the names of components that libjpeg goes by. */
    StoredColors stored() {
        if (frame.components().size() == 1) {
            return StoredColors.GRAY;
        }
        if (frame.components().size() == 4) {
            return adobeTransform > 0 ? StoredColors.YCCK : StoredColors.CMYK;
        }
        if (jfif || adobeTransform > 0) {
            return StoredColors.YCC;
        }
        return adobeTransform == 0 || isNamedRgb() ? StoredColors.RGB : StoredColors.YCC;
    }

    private boolean isNamedRgb() {
        return frame.components().get(0).id() == 'R'
                && frame.components().get(1).id() == 'G'
                && frame.components().get(2).id() == 'B';
    }

    ImageInfo info() {
        return new ImageInfo(
                "jpeg",
                frame.width(),
                frame.height(),
                exif.orientation(),
                stored().samples,
                frame.bits(),
                false,
                profile != null,
                density > 0 ? density : exif.resolution(),
                1,
                frame.progressive());
    }

    /** The color models of JPEG files. */
    enum StoredColors {
        GRAY(Samples.GRAY),
        YCC(Samples.YCC),
        RGB(Samples.RGB),
        /** Inks upside down, as Adobe's programs began to store them and all readers expect them, whether a file is marked as Adobe's or not. */
        CMYK(Samples.CMYK),
        YCCK(Samples.CMYK);

        private final Samples samples;

        StoredColors(Samples samples) {
            this.samples = samples;
        }
    }
}
