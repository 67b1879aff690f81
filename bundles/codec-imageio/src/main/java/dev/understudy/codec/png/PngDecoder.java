package dev.understudy.codec.png;

import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.JdkPlugins;
import dev.understudy.codec.guard.Salvage;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.Palette;
import dev.understudy.codec.raster.RasterImages;
import dev.understudy.codec.raster.RasterPlanes;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Xmp;
import java.awt.Rectangle;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** Reads PNG of all color types and depths: the usual ones itself, interlaced files and other depths by the plug-in of the JDK. */
public final class PngDecoder extends GuardedDecoder {

    private final ImageReaderSpi plugin;

    public PngDecoder() {
        super("png");
        plugin = JdkPlugins.reader("png");
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        return head.remaining() >= 8 && head.getLong(head.position()) == PngParser.SIGNATURE;
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        return PngParser.head(input).info();
    }

    @Override
    protected long bytes(ImageInfo info, DecodeRequest request) {
        return wanted(info, request).area() * info.bytesPerPixel();
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        PngFile file = PngParser.whole(input);
        ImageInfo info = file.info();
        Region region = wanted(info, request);
        Pixels pixels = PngPlanes.reads(file)
                ? PngPlanes.read(input.of(file.decodableSegments()), file, region)
                : whole(file, readRaster(input.of(file.decodableSegments()), region));
        return new Decoded(info, pixels.withProfile(file.profile()), region, 1);
    }

    @Override
    protected Optional<DecodedPart> readPart(Input input, ImageInfo info, DecodeRequest request) {
        return cutFromWhole(info, request);
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return PngParser.damaged(input).info();
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        PngFile file = PngParser.damaged(input);
        Salvage salvage = Salvage.read(plugin, input, file.decodableSegments());
        Pixels pixels =
                Salvage.fill(salvage.decoded(), pixels(file, salvage.image().getRaster()));
        return part(file.info(), pixels.withProfile(file.profile()), request);
    }

    @Override
    protected Optional<ColorProfile> readProfile(Input input) throws IOException, ServeException {
        return Optional.ofNullable(PngParser.head(input).profile());
    }

    @Override
    protected Optional<Xmp> readXmp(Input input) throws IOException {
        return PngXmp.read(input);
    }

    private Raster readRaster(Input input, Region region) throws IOException {
        ImageReader reader = plugin.createReaderInstance();
        try (input) {
            reader.setInput(input, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(region.x(), region.y(), region.width(), region.height()));
            return reader.read(0, param).getRaster();
        } finally {
            reader.dispose();
        }
    }

    private static Pixels whole(PngFile file, Raster raster) throws DamagedException {
        Palette palette = file.palette();
        return palette == null ? direct(file, raster) : palette.applyWhole(RasterPlanes.indexes(raster));
    }

    private static Pixels pixels(PngFile file, Raster raster) {
        Palette palette = file.palette();
        return palette == null ? direct(file, raster) : palette.apply(RasterPlanes.indexes(raster));
    }

    private static Pixels direct(PngFile file, Raster raster) {
        Samples samples = file.header().gray() ? Samples.GRAY : Samples.RGB;
        Pixels pixels = RasterImages.direct(raster, samples, file.header().alphaChannel());
        return file.key().isEmpty() ? pixels : pixels.withAlpha(RasterPlanes.keyed(raster, file.key()));
    }
}
