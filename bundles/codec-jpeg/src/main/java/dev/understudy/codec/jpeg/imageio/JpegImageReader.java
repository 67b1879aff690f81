package dev.understudy.codec.jpeg.imageio;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.raster.Chroma;
import dev.understudy.codec.raster.Crop;
import dev.understudy.codec.raster.PlaneConversions;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JPEG as images of ImageIO: gray, and red, green and blue; CMYK as a raster. Damaged files are refused. There is no
 * metadata, no thumbnail and no profile.
 */
final class JpegImageReader extends ImageReader {

    /** Pixels beside a part of which its chroma is enlarged. */
    private static final int MARGIN = 4;

    private final JpegDecoder decoder = new JpegDecoder();
    private @Nullable StreamSource file;
    private @Nullable ImageInfo info;

    JpegImageReader(JpegReaderPlugin plugin) {
        super(plugin);
    }

    @Override
    public void setInput(@Nullable Object input, boolean forwardOnly, boolean ignoreMetadata) {
        super.setInput(input, forwardOnly, ignoreMetadata);
        file = null;
        info = null;
    }

    @Override
    public void reset() {
        super.reset();
        file = null;
        info = null;
    }

    @Override
    public int getNumImages(boolean allowSearch) {
        return 1;
    }

    @Override
    public int getWidth(int index) throws IOException {
        return info(index).width();
    }

    @Override
    public int getHeight(int index) throws IOException {
        return info(index).height();
    }

    /** Gray for gray images, else red, green and blue; none for CMYK, which is read as a raster. */
    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
        return switch (info(index).samples()) {
            case GRAY ->
                List.of(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_BYTE_GRAY))
                        .iterator();
            case RGB, YCC ->
                List.of(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_3BYTE_BGR))
                        .iterator();
            case CMYK -> Collections.emptyIterator();
        };
    }

    @Override
    public BufferedImage read(int index, @Nullable ImageReadParam param) throws IOException {
        if (info(index).samples() == Samples.CMYK) {
            throw new IIOException("the image is of four inks, which have no colors here; readRaster gives the inks");
        }
        ImageReadParam wanted = param == null ? getDefaultReadParam() : param;
        BufferedImage target = getDestination(wanted, getImageTypes(index), getWidth(index), getHeight(index));
        int bands = target.getSampleModel().getNumBands();
        checkReadParamBandSettings(wanted, info(index).samples().planes(), bands);
        Rectangle source = new Rectangle();
        Rectangle place = new Rectangle();
        computeRegions(wanted, getWidth(index), getHeight(index), target, source, place);
        List<Plane> planes = PlaneConversions.toRgb(decode(source)).planes();
        copy(chosen(planes, wanted.getSourceBands()), wanted, place, target.getRaster(), wanted.getDestinationBands());
        return target;
    }

    @Override
    public boolean canReadRaster() {
        return true;
    }

    /** The components as the file has them: gray, YCbCr, red, green and blue, or CMYK with 255 for full ink. */
    @Override
    public Raster readRaster(int index, @Nullable ImageReadParam param) throws IOException {
        ImageReadParam wanted = param == null ? getDefaultReadParam() : param;
        Rectangle source = getSourceRegion(wanted, getWidth(index), getHeight(index));
        Rectangle place = new Rectangle(
                0,
                0,
                -Math.floorDiv(-source.width, wanted.getSourceXSubsampling()),
                -Math.floorDiv(-source.height, wanted.getSourceYSubsampling()));
        List<Plane> bands = chosen(decode(source).planes(), wanted.getSourceBands());
        WritableRaster raster = Raster.createInterleavedRaster(
                DataBuffer.TYPE_BYTE, place.width, place.height, bands.size(), new Point());
        copy(bands, wanted, place, raster, null);
        return raster;
    }

    /** A part of the image with all components at full size; what they are enlarged from reaches beyond the part. */
    private Pixels decode(Rectangle area) throws IOException {
        ImageInfo whole = info(0);
        Region all = new Region(0, 0, whole.width(), whole.height());
        Region around = new Region(area.x - MARGIN, area.y - MARGIN, area.width + 2 * MARGIN, area.height + 2 * MARGIN)
                .intersect(all);
        try {
            Decoded decoded = decoder.decode(file(), new DecodeRequest(around, 1));
            Pixels pixels = decoded.pixels();
            List<Plane> planes = new ArrayList<>();
            for (Plane plane : pixels.planes()) {
                planes.add(Chroma.enlarged(plane, pixels.width(), pixels.height()));
            }
            Region from = decoded.region();
            return Crop.crop(
                    new Pixels(pixels.samples(), planes, null, null),
                    new Region(area.x - from.x(), area.y - from.y(), area.width, area.height));
        } catch (ServeException e) {
            throw new IIOException(e.getMessage(), e);
        }
    }

    private static List<Plane> chosen(List<Plane> planes, int @Nullable [] bands) {
        if (bands == null) {
            return planes;
        }
        List<Plane> chosen = new ArrayList<>();
        for (int band : bands) {
            chosen.add(planes.get(band));
        }
        return chosen;
    }

    /** Puts every so many samples into bands of a raster. */
    private static void copy(
            List<Plane> planes, ImageReadParam param, Rectangle place, WritableRaster target, int @Nullable [] bands) {
        int stepX = param.getSourceXSubsampling();
        int stepY = param.getSourceYSubsampling();
        int[] row = new int[place.width];
        for (int i = 0; i < planes.size(); i++) {
            int band = bands == null ? i : bands[i];
            for (int y = 0; y < place.height; y++) {
                for (int x = 0; x < place.width; x++) {
                    row[x] = planes.get(i).at(x * stepX, y * stepY);
                }
                target.setSamples(place.x, place.y + y, place.width, 1, band, row);
            }
        }
    }

    private ImageInfo info(int index) throws IOException {
        if (index != 0) {
            throw new IndexOutOfBoundsException("image " + index + " of 1");
        }
        if (info == null) {
            try {
                info = decoder.inspect(file());
            } catch (ServeException e) {
                throw new IIOException(e.getMessage(), e);
            }
        }
        return info;
    }

    private StreamSource file() throws IOException {
        if (!(getInput() instanceof ImageInputStream stream)) {
            throw new IllegalStateException("there is no input to read from");
        }
        if (file == null) {
            file = new StreamSource(stream, stream.getStreamPosition());
        }
        return file;
    }

    @Override
    public @Nullable IIOMetadata getStreamMetadata() {
        return null;
    }

    @Override
    public @Nullable IIOMetadata getImageMetadata(int index) {
        return null;
    }
}
