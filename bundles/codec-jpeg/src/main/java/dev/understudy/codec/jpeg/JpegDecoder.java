package dev.understudy.codec.jpeg;

import dev.understudy.codec.guard.DamageListener;
import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.guard.JdkPlugins;
import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.Xmp;
import java.awt.Rectangle;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

/** Reads JPEG: gray, YCbCr, RGB, CMYK and YCCK, baseline and progressive. */
public final class JpegDecoder extends GuardedDecoder {

    /** Regions are widened to whole blocks and by one more, so that subsampled chroma is right up to their edges. */
    private static final int BLOCK = 16;

    /** The JDK decodes a progressive image anew for each scan. */
    private static final long MAX_PASSES = 1L << 30;

    private final ImageReaderSpi plugin;

    public JpegDecoder() {
        super("jpeg");
        plugin = JdkPlugins.reader("jpeg");
    }

    @Override
    public boolean recognizes(ByteBuffer head) {
        int at = head.position();
        return head.remaining() >= 3
                && head.get(at) == (byte) 0xff
                && head.get(at + 1) == (byte) Markers.SOI
                && head.get(at + 2) == (byte) 0xff;
    }

    @Override
    protected ImageInfo readInfo(Input input) throws IOException, ServeException {
        return JpegParser.head(input).info();
    }

    @Override
    protected long bytes(ImageInfo info, DecodeRequest request) {
        return widened(wanted(info, request), info).area() * info.bytesPerPixel();
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        DamageListener damage = new DamageListener();
        JpegFile file = JpegParser.whole(input);
        Decoded decoded = decode(file, input, request, damage);
        damage.checkCodes();
        if (!damage.strayBytes().isEmpty()) {
            requireStray(damage.strayBytes(), file, input);
            input.forgive("stray bytes behind its samples");
        }
        return decoded;
    }

    /** Fails when bytes that the decoder took for stray ones may be codes. */
    private static void requireStray(List<DamageListener.StrayBytes> bytes, JpegFile file, Input input)
            throws IOException {
        try (Input scans = input.of(file.decodableSegments())) {
            if (file.frame().progressive()) {
                FillBytes.requireOnly(bytes, scans);
            } else {
                CodeWalk.requireAllBlocks(scans, file.frame());
            }
        }
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return readInfo(input);
    }

    /** The library goes on after damage, and makes mid-gray of what is not there. */
    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        return decode(JpegParser.damaged(input), input, request, new DamageListener());
    }

    @Override
    protected Optional<ColorProfile> readProfile(Input input) throws IOException, ServeException {
        return Optional.ofNullable(JpegParser.head(input).profile());
    }

    @Override
    protected Optional<Xmp> readXmp(Input input) throws IOException {
        return JpegNotes.read(input).xmp().xmp(input::forgive);
    }

    @Override
    protected byte[] readPhotoshopResources(Input input) throws IOException {
        return JpegNotes.read(input).photoshop().resources();
    }

    private Decoded decode(JpegFile file, Input input, DecodeRequest request, DamageListener damage)
            throws IOException {
        ImageInfo info = file.info();
        if (info.area() * file.scans() > MAX_PASSES) {
            throw new DamagedException(file.scans() + " scans are too many for an image of this size");
        }
        Region region = widened(wanted(info, request), info);
        byte[] samples = readSamples(input.of(file.decodableSegments()), region, damage);
        Pixels pixels = new JpegPlanes(samples, region.width(), region.height()).pixels(file);
        return new Decoded(info, pixels, region, 1);
    }

    /** The interleaved samples of a region, chroma at full size, without any conversion of colors. */
    private byte[] readSamples(Input input, Region region, DamageListener damage) throws IOException {
        ImageReader reader = plugin.createReaderInstance();
        try (input) {
            reader.addIIOReadWarningListener(damage);
            reader.setInput(input, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(region.x(), region.y(), region.width(), region.height()));
            return ((DataBufferByte) reader.readRaster(0, param).getDataBuffer()).getData();
        } finally {
            reader.dispose();
        }
    }

    private static Region widened(Region region, ImageInfo info) {
        int left = Math.max(0, region.x() / BLOCK - 1) * BLOCK;
        int top = Math.max(0, region.y() / BLOCK - 1) * BLOCK;
        int right = Math.min(info.width(), ((region.x() + region.width()) / BLOCK + 2) * BLOCK);
        int bottom = Math.min(info.height(), ((region.y() + region.height()) / BLOCK + 2) * BLOCK);
        return new Region(left, top, right - left, bottom - top);
    }
}
