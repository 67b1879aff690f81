package dev.understudy.codec.tiff;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import dev.understudy.codec.guard.CanaryFill;
import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.Salvage;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.meta.TiffDirectory;
import dev.understudy.codec.meta.XmpPacket;
import dev.understudy.codec.raster.Alpha;
import dev.understudy.codec.raster.DecodedMask;
import dev.understudy.codec.raster.LabColors;
import dev.understudy.codec.raster.RasterImages;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import dev.understudy.image.Xmp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.spi.ImageReaderSpi;

/** Reads the first page of TIFF and BigTIFF files, from a smaller image of it in the file where that will do. */
public final class TiffDecoder extends GuardedDecoder {

    /** Photoshop's resources of sound files, thumbnails among them, are smaller. */
    private static final int MOST_NOTE = 1 << 24;

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
        TiffFile file = TiffFile.read(input);
        return file.info(TiffPyramid.of(file, input).coarsest());
    }

    @Override
    protected long bytes(ImageInfo info, DecodeRequest request) {
        int factor = Math.min(info.smallerInFile(), Integer.highestOneBit(request.maxReduction()));
        return reduced(wanted(info, request), factor, info.width(), info.height())
                        .area()
                * info.bytesPerPixel();
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        TiffFile full = TiffFile.read(input);
        TiffPyramid pyramid = TiffPyramid.of(full, input);
        ImageInfo info = full.info(pyramid.coarsest());
        TiffPyramid.Level level = pyramid.level(request.maxReduction());
        TiffFile file = level.file();
        Region region = SampleReader.readsParts(file)
                ? reduced(wanted(info, request), level.factor(), file.width(), file.height())
                : new Region(0, 0, file.width(), file.height());
        PyramidReader reader = new PyramidReader(pyramid, input, (of, part) -> readPixels(of, input, part));
        Pixels pixels = reader.read(level, region).withProfile(full.profile());
        return new Decoded(info, pixels, enlarged(region, level, full), level.factor());
    }

    private Pixels readPixels(TiffFile file, Input input, Region region) throws IOException, ServeException {
        Optional<Pixels> ofJpeg = JpegChunks.read(file, input, region);
        if (ofJpeg.isPresent()) {
            return ofJpeg.get();
        }
        if (file.kind().isPacked()) {
            return dividedColors(file, new PackedSamples(plugin, file, input, region).read());
        }
        SampleReader reader = new SampleReader(plugin, file, input, region);
        BufferedImage image = reader.read(CanaryFill.DARK);
        if (file.kind().coding() == Coding.OLD_JPEG) {
            // strips or tiles may be smaller than they should be
            requireSame(image, reader.read(CanaryFill.LIGHT));
        }
        return pixels(file, image);
    }

    /** The part of a smaller image of this size that covers a part of the full one. */
    private static Region reduced(Region region, int factor, int width, int height) {
        int left = Math.min(region.x() / factor, width - 1);
        int top = Math.min(region.y() / factor, height - 1);
        int right = Math.min(width, (region.x() + region.width() + factor - 1) / factor);
        int bottom = Math.min(height, (region.y() + region.height() + factor - 1) / factor);
        return new Region(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    /** The part of the full image that a part of a smaller one covers. */
    private static Region enlarged(Region region, TiffPyramid.Level level, TiffFile full) {
        int left = region.x() * level.factor();
        int top = region.y() * level.factor();
        return new Region(
                left,
                top,
                Math.min(region.width() * level.factor(), full.width() - left),
                Math.min(region.height() * level.factor(), full.height() - top));
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return TiffFile.damaged(input).info(1);
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        TiffFile file = TiffFile.damaged(input);
        if (file.kind().isPacked()) {
            return readPixels(input, request); // all or nothing
        }
        SampleReader reader = new SampleReader(plugin, file, input, wanted(file.info(1), DecodeRequest.WHOLE));
        Salvage salvage = Salvage.of(reader.salvage(CanaryFill.DARK), reader.salvage(CanaryFill.LIGHT));
        Pixels pixels = Salvage.fill(salvage.decoded(), pixels(file, salvage.image()));
        return part(file.info(1), pixels.withProfile(file.profile()), request);
    }

    @Override
    protected Optional<ColorProfile> readProfile(Input input) throws IOException, ServeException {
        return Optional.ofNullable(TiffFile.read(input).profile());
    }

    @Override
    protected Optional<Xmp> readXmp(Input input) throws IOException {
        byte[] packet = note(TiffTags.XMP, input);
        return packet.length == 0 ? Optional.empty() : Optional.of(XmpPacket.of(packet));
    }

    @Override
    protected byte[] readPhotoshopResources(Input input) throws IOException {
        return note(TiffTags.PHOTOSHOP, input);
    }

    /** The bytes of a tag that says nothing of the pixels; none when it is not there. */
    private static byte[] note(int tag, Input input) throws IOException {
        TiffDirectory directory = TiffDirectory.start(input);
        if (directory.count(tag) > MOST_NOTE) {
            throw new DamagedException("a note of " + directory.count(tag) + " bytes");
        }
        byte[] bytes = directory.bytes(tag);
        return bytes == null ? new byte[0] : bytes;
    }

    private static Pixels pixels(TiffFile file, BufferedImage image) {
        Samples samples = file.kind().photometric().samples();
        boolean alpha = file.extra() != TiffFile.Extra.NONE;
        Pixels pixels = switch (samples) {
            case RGB ->
                file.kind().photometric() == Photometric.PALETTE
                                && image.getRaster().getNumBands() > 1
                        ? RasterImages.painted(image, alpha)
                        : RasterImages.rgb(image, alpha);
            case GRAY -> RasterImages.gray(image, alpha);
            default -> RasterImages.direct(image, samples, alpha);
        };
        Pixels colors = file.kind().photometric().isLab()
                ? LabColors.toRgb(pixels, file.kind().photometric() == Photometric.ICCLAB)
                : pixels;
        return dividedColors(file, colors);
    }

    /** The colors, divided by the opacity where the file has them multiplied with it. */
    private static Pixels dividedColors(TiffFile file, Pixels colors) {
        return file.extra() == TiffFile.Extra.ASSOCIATED_ALPHA ? Alpha.divideOut(colors) : colors;
    }

    private static void requireSame(BufferedImage image, BufferedImage other) throws DamagedException {
        if (!DecodedMask.ofEqual(image.getRaster(), other.getRaster()).isComplete()) {
            throw new DamagedException("its samples are not enough for its size");
        }
    }
}
