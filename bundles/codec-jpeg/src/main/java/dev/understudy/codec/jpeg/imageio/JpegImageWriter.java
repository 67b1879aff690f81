package dev.understudy.codec.jpeg.imageio;

import dev.understudy.codec.jpeg.encode.InkStorage;
import dev.understudy.codec.jpeg.encode.JpegWriter;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.codec.raster.RasterImages;
import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes images of ImageIO as JPEG: sequential or progressive, in a quality of 0..1; no metadata, and no parts of images. */
final class JpegImageWriter extends ImageWriter {

    private static final EncodeOptions OPTIONS =
            EncodeOptions.of(OutputFormat.of("jpeg", "image/jpeg"), Compression.lossyChroma("none"));

    private final JpegWriter writer = new JpegWriter(InkStorage.ADOBE);

    JpegImageWriter(JpegWriterPlugin plugin) {
        super(plugin);
    }

    @Override
    public ImageWriteParam getDefaultWriteParam() {
        return new JpegParam();
    }

    @Override
    public void write(@Nullable IIOMetadata stream, IIOImage image, @Nullable ImageWriteParam param)
            throws IOException {
        if (!(getOutput() instanceof ImageOutputStream output)) {
            throw new IllegalStateException("there is no output to write to");
        }
        if (image.hasRaster()) {
            throw new UnsupportedOperationException("a raster has no colors; an image is needed");
        }
        ImageWriteParam wanted = param == null ? getDefaultWriteParam() : param;
        requireWhole(wanted);
        Pixels pixels = pixels(image.getRenderedImage());
        if (pixels.width() > JpegWriter.MAX_SIDE || pixels.height() > JpegWriter.MAX_SIDE) {
            throw new IIOException("JPEG has no images of more than " + JpegWriter.MAX_SIDE + " pixels a side");
        }
        boolean progressive =
                wanted.canWriteProgressive() && wanted.getProgressiveMode() == ImageWriteParam.MODE_DEFAULT;
        output.write(writer.write(pixels, OPTIONS.withQuality(quality(wanted)), progressive, new byte[0]));
    }

    /** Refuses what would have to be cut out, thinned out or moved. */
    private static void requireWhole(ImageWriteParam param) {
        boolean whole = param.getSourceRegion() == null
                && param.getSourceXSubsampling() == 1
                && param.getSourceYSubsampling() == 1
                && param.getSourceBands() == null
                && param.getDestinationOffset().x == 0
                && param.getDestinationOffset().y == 0;
        if (!whole) {
            throw new UnsupportedOperationException("only whole images are written");
        }
    }

    private static double quality(ImageWriteParam param) {
        boolean said = param.canWriteCompressed() && param.getCompressionMode() == ImageWriteParam.MODE_EXPLICIT;
        return Math.max(1, 100.0 * (said ? param.getCompressionQuality() : JpegParam.USUAL_QUALITY));
    }

    private static Pixels pixels(RenderedImage image) {
        BufferedImage buffered = image instanceof BufferedImage already
                ? already
                : new BufferedImage(
                        image.getColorModel(),
                        image.copyData(null),
                        image.getColorModel().isAlphaPremultiplied(),
                        null);
        boolean gray = buffered.getType() == BufferedImage.TYPE_BYTE_GRAY;
        return gray
                ? RasterImages.gray(buffered, false)
                : PlaneConversions.toYcc(RasterImages.painted(buffered, false));
    }

    @Override
    public @Nullable IIOMetadata getDefaultStreamMetadata(@Nullable ImageWriteParam param) {
        return null;
    }

    @Override
    public @Nullable IIOMetadata getDefaultImageMetadata(ImageTypeSpecifier type, @Nullable ImageWriteParam param) {
        return null;
    }

    @Override
    public @Nullable IIOMetadata convertStreamMetadata(IIOMetadata data, @Nullable ImageWriteParam param) {
        return null;
    }

    @Override
    public @Nullable IIOMetadata convertImageMetadata(
            IIOMetadata data, ImageTypeSpecifier type, @Nullable ImageWriteParam param) {
        return null;
    }

    /** What can be asked for: a quality and progressive scans. */
    private static final class JpegParam extends ImageWriteParam {

        static final float USUAL_QUALITY = 0.75f;

        JpegParam() {
            super(null);
            canWriteCompressed = true;
            canWriteProgressive = true;
            progressiveMode = MODE_DISABLED;
            compressionTypes = new String[] {"JPEG"};
            compressionType = compressionTypes[0];
            compressionQuality = USUAL_QUALITY;
        }

        @Override
        public void unsetCompression() {
            super.unsetCompression();
            compressionType = "JPEG";
            compressionQuality = USUAL_QUALITY;
        }

        @Override
        public boolean isCompressionLossless() {
            return false;
        }
    }
}
