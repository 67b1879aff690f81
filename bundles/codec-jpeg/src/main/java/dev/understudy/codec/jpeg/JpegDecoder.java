package dev.understudy.codec.jpeg;

import dev.understudy.codec.guard.GuardedDecoder;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.jpeg.decode.AcceleratedDecoder;
import dev.understudy.codec.jpeg.decode.ComponentSamples;
import dev.understudy.codec.jpeg.decode.FrameAccelerator;
import dev.understudy.codec.jpeg.decode.FrameLayout;
import dev.understudy.codec.jpeg.decode.IndexedFrame;
import dev.understudy.codec.jpeg.decode.JpegFrameDecoder;
import dev.understudy.codec.jpeg.syntax.Markers;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import dev.understudy.image.Xmp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Reads JPEG: gray, YCbCr, RGB, CMYK and YCCK, baseline and progressive. */
public final class JpegDecoder extends GuardedDecoder {

    private final FrameAccelerator accelerator;
    private final AcceleratedDecoder accelerated;

    public JpegDecoder() {
        this(FrameAccelerator.NONE);
    }

    /**
     * A decoder that has help.
     *
     * @param accelerator decodes what it is fast at
     */
    public JpegDecoder(FrameAccelerator accelerator) {
        super("jpeg");
        this.accelerator = accelerator;
        accelerated = new AcceleratedDecoder(accelerator);
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

    /** As if chroma were as fine as luma, and kept twice for a conversion of colors: that is not known of a file beforehand. */
    @Override
    protected long bytes(ImageInfo info, DecodeRequest request) {
        long besides = isWhole(info, request) ? accelerator.memory(info) : 0;
        return FrameLayout.memory(info, wanted(info, request), request.maxReduction()) + besides;
    }

    /** Damage is salvaged by the same decoder, once the first try has given its memory back. */
    @Override
    protected long salvageBytes(ImageInfo info, DecodeRequest request) {
        return bytes(info, request);
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request) throws IOException, ServeException {
        return readPixels(input, request, IdleProcessors.NONE);
    }

    @Override
    protected Decoded readPixels(Input input, DecodeRequest request, IdleProcessors processors)
            throws IOException, ServeException {
        return decode(input, request, Tolerance.STRICT, processors);
    }

    @Override
    protected ImageInfo salvageInfo(Input input) throws IOException, ServeException {
        return readInfo(input);
    }

    @Override
    protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException, ServeException {
        return decode(input, request, Tolerance.LENIENT, IdleProcessors.NONE);
    }

    private Decoded decode(Input input, DecodeRequest request, Tolerance tolerance, IdleProcessors processors)
            throws IOException, ServeException {
        JpegFile file = JpegParser.head(input);
        FrameLayout layout = layout(file, request);
        AcceleratedDecoder.OwnDecoding own =
                () -> JpegFrameDecoder.decode(input, file.firstScan(), layout, file.tables(), tolerance, processors);
        List<ComponentSamples> samples = tolerance == Tolerance.STRICT && isWhole(file.info(), request)
                ? accelerated.decode(input, file.firstScan(), layout, own)
                : own.decode();
        return decoded(file, layout, samples);
    }

    private static Decoded decoded(JpegFile file, FrameLayout layout, List<ComponentSamples> samples) {
        Pixels pixels = new JpegPlanes(file, layout, samples).pixels();
        return new Decoded(file.info(), pixels, layout.region(), layout.reduction());
    }

    /** Of sequential images, where a fourth of the units or more need not be read. */
    @Override
    public boolean gainsByIndex(ImageInfo info, DecodeRequest request) {
        return !info.progressive() && 4 * wanted(info, request).area() <= 3 * info.area();
    }

    @Override
    protected byte[] readIndex(Input input) throws IOException, ServeException {
        JpegFile file = JpegParser.head(input);
        FrameLayout layout = FrameLayout.of(file.frame(), new Region(0, 0, 1, 1), 1);
        return IndexedFrame.index(input, file.firstScan(), layout, file.tables());
    }

    @Override
    protected Optional<Decoded> readIndexed(Input input, DecodeRequest request, byte[] index, IdleProcessors processors)
            throws IOException, ServeException {
        JpegFile file = JpegParser.head(input);
        FrameLayout layout = layout(file, request);
        List<ComponentSamples> samples =
                IndexedFrame.decode(input, file.firstScan(), layout, file.tables(), index, processors);
        return Optional.of(decoded(file, layout, samples));
    }

    /** Whether all of an image is wanted at its full size. */
    private static boolean isWhole(ImageInfo info, DecodeRequest request) {
        Region region = wanted(info, request);
        return request.maxReduction() == 1 && region.width() == info.width() && region.height() == info.height();
    }

    /** What is decoded. Only an image that keeps luma and chroma may have components that are coarser than the first. */
    private static FrameLayout layout(JpegFile file, DecodeRequest request) {
        boolean keepsChroma = file.stored() == JpegFile.StoredColors.YCC;
        return FrameLayout.of(
                file.frame(),
                wanted(file.info(), request),
                request.maxReduction(),
                keepsChroma ? request.maxChromaReduction() : request.maxReduction());
    }

    @Override
    protected Optional<ColorProfile> readProfile(Input input) throws IOException, ServeException {
        return Optional.ofNullable(JpegParser.head(input).profile());
    }

    @Override
    protected Optional<DecodedPart> readPart(Input input, ImageInfo info, DecodeRequest request)
            throws IOException, ServeException {
        JpegFile file = JpegParser.head(input);
        FrameLayout layout = layout(file, request);
        DecodeRequest level = new DecodeRequest(null, layout.reduction());
        if (layout.reducesChroma()) {
            level = level.withChroma(FrameLayout.COARSEST_CHROMA * layout.reduction());
        }
        DecodedPart part = new DecodedPart(layout.region(), layout.reduction(), level);
        return JpegPlanes.areAsDecoded(file, layout) ? Optional.of(part) : Optional.empty();
    }

    @Override
    protected Optional<Xmp> readXmp(Input input) throws IOException {
        return JpegNotes.read(input).xmp().xmp(input::forgive);
    }

    @Override
    protected byte[] readPhotoshopResources(Input input) throws IOException {
        return JpegNotes.read(input).photoshop().resources();
    }
}
