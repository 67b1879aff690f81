package dev.understudy.codec.bmp;

import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.JdkPlugins;
import dev.understudy.codec.guard.Salvage;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.raster.RasterImages;
import dev.understudy.codec.raster.RasterPlanes;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** Reads Windows bitmaps. */
public final class BmpDecoder extends GuardedDecoder {

    private final ImageReaderSpi plugin;

    public BmpDecoder() {
        super("bmp");
        plugin = JdkPlugins.reader("bmp");
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        int at = head.position();
        return head.remaining() >= 26
                && head.get(at) == 'B'
                && head.get(at + 1) == 'M'
                && head.get(at + 15) == 0 // of the size of the header, which is at most 124
                && head.get(at + 16) == 0
                && head.get(at + 17) == 0;
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        BmpHeader header = BmpHeader.read(input);
        header.stored().requireInside(input);
        return header.info();
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        BmpHeader header = BmpHeader.read(input);
        header.stored().requireInside(input);
        header.stored().requireRows(header.height(), input);
        if (header.stored().runPixels() > 0) {
            // the library leaves pixels of other rows in parts of what is coded in runs
            BufferedImage whole =
                    readImage(input.of(header.stored().sized(input)), wanted(header.info(), DecodeRequest.WHOLE));
            return part(header.info(), pixels(header, whole), request);
        }
        Region region = wanted(header.info(), request);
        BufferedImage image = readImage(input.of(header.stored().sized(input)), region);
        return new Decoded(header.info(), pixels(header, image), region, 1);
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return BmpHeader.read(input).info();
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        BmpHeader header = BmpHeader.read(input);
        Salvage salvage = Salvage.read(plugin, input, header.stored().mended(input));
        Pixels pixels = Salvage.fill(salvage.decoded(), pixels(header, salvage.image()));
        return part(header.info(), pixels, request);
    }

    /** The library tells nothing of the opacity of pixels of 16 bits, but leaves it in them. */
    private static Pixels pixels(BmpHeader header, BufferedImage image) {
        if (header.bits() == 16 && header.alpha()) {
            return RasterImages.rgb(image, false).withAlpha(RasterPlanes.masked(image.getRaster(), header.alphaMask()));
        }
        return RasterImages.rgb(image, header.alpha());
    }

    private BufferedImage readImage(Input input, Region region) throws IOException {
        ImageReader reader = plugin.createReaderInstance();
        try (input) {
            reader.setInput(input, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(region.x(), region.y(), region.width(), region.height()));
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }
}
