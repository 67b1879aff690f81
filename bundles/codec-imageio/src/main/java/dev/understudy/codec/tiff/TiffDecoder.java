package dev.understudy.codec.tiff;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import dev.understudy.codec.guard.CanaryFill;
import dev.understudy.codec.guard.DamageListener;
import dev.understudy.codec.guard.DamagedException;
import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.Salvage;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import dev.understudy.codec.meta.TiffDirectory;
import dev.understudy.codec.raster.Alpha;
import dev.understudy.codec.raster.DecodedMask;
import dev.understudy.codec.raster.RasterImages;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** Reads the first page of TIFF and BigTIFF files. */
public final class TiffDecoder extends GuardedDecoder {

    private final ImageReaderSpi plugin = new TIFFImageReaderSpi();

    public TiffDecoder() {
        super("tiff");
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        if (head.remaining() < 8) {
            return false;
        }
        int magic = head.getInt(head.position());
        return magic == 0x49492a00 || magic == 0x4d4d002a || magic == 0x49492b00 || magic == 0x4d4d002b;
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        return TiffFile.read(input).info();
    }

    @Override
    protected long bytes(ImageInfo info, DecodeRequest request) {
        return wanted(info, request).area() * info.bytesPerPixel();
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        TiffFile file = TiffFile.read(input);
        Region region = wanted(file.info(), request);
        BufferedImage image = readImage(input, region, CanaryFill.DARK);
        requireAll(file, input, region, image);
        Pixels pixels = pixels(file, image);
        return new Decoded(file.info(), pixels.withProfile(file.profile()), region, 1);
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return TiffFile.damaged(input).info();
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        TiffFile file = TiffFile.damaged(input);
        Salvage salvage = Salvage.read(plugin, input, List.of(new InputSegment.OfFile(0, input.length())));
        Pixels pixels = Salvage.fill(salvage.decoded(), pixels(file, salvage.image()));
        return part(file.info(), pixels.withProfile(file.profile()), request);
    }

    private static Pixels pixels(TiffFile file, BufferedImage image) {
        Samples samples = file.photometric().samples();
        boolean alpha = file.extra() != TiffFile.Extra.NONE;
        Pixels pixels = switch (samples) {
            case RGB ->
                file.photometric() == Photometric.PALETTE && image.getRaster().getNumBands() > 1
                        ? RasterImages.painted(image, alpha)
                        : RasterImages.rgb(image, alpha);
            case GRAY -> RasterImages.gray(image, alpha);
            default -> RasterImages.direct(image, samples, alpha);
        };
        return file.extra() == TiffFile.Extra.ASSOCIATED_ALPHA ? Alpha.divideOut(pixels) : pixels;
    }

    /** Fails when samples are missing that the library does not miss. */
    private void requireAll(TiffFile file, Input input, Region region, BufferedImage image) throws IOException {
        if (file.coding() == TiffFile.Coding.JPEG) {
            // strips or tiles may be smaller than they should be
            requireSame(image, readImage(input, region, CanaryFill.LIGHT));
        } else if (file.coding() == TiffFile.Coding.FACSIMILE) {
            List<InputSegment> filled = PaddedStrips.of(input, TiffDirectory.first(input));
            try (Input longer = input.of(filled)) {
                requireSame(image, filled.isEmpty() ? image : readImage(longer, region, CanaryFill.DARK));
            }
        }
    }

    private static void requireSame(BufferedImage image, BufferedImage other) throws DamagedException {
        if (!DecodedMask.ofEqual(image.getRaster(), other.getRaster()).isComplete()) {
            throw new DamagedException("its samples are not enough for its size");
        }
    }

    private BufferedImage readImage(Input input, Region region, CanaryFill fill) throws IOException {
        ImageReader reader = plugin.createReaderInstance();
        try {
            DamageListener damage = new DamageListener();
            reader.addIIOReadWarningListener(damage);
            input.seek(0);
            reader.setInput(input);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(region.x(), region.y(), region.width(), region.height()));
            param.setDestination(fill.image(reader, region.width(), region.height()));
            BufferedImage image = reader.read(0, param);
            damage.check();
            return image;
        } finally {
            reader.dispose();
        }
    }
}
