package dev.understudy.testkit.codec;

import static dev.understudy.testkit.codec.TestImage.assertSimilar;
import static dev.understudy.testkit.codec.TestImage.plane;
import static dev.understudy.testkit.codec.TestImage.psnr;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Compression;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.Decoder;
import dev.understudy.image.Embedded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.Encoder;
import dev.understudy.image.FormatOption;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract of an encoder: what it must do with every image, whatever its format. What it writes is read again by the decoder
 * of the format and by a reader that is not ours, where there is one. A test of an encoder extends this class and says what
 * the format can hold.
 */
public abstract class EncoderContract {

    private static final int THREADS = 4;
    /** What writing takes whatever the size. */
    private static final long SMALL_CHANGE = 1 << 20;

    private static final double LOSSY_DECIBELS = 33;
    private static final double PALETTE_DECIBELS = 28;
    private static final ColorProfile SRGB =
            new ColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());

    protected final Encoder encoder;
    protected final EncodeOptionsFixture options;
    private final Decoder decoder;
    private final Abilities abilities;

    /**
     * What a format can hold.
     *
     * @param maxSide the longest side in pixels; {@link Integer#MAX_VALUE} for no limit
     * @param decibels how similar a smooth image is at quality 90 at least; 99 for the same
     * @param lossy whether quality makes a difference
     * @param profile whether a color profile is embedded
     * @param resolution whether the resolution is noted
     */
    public record Abilities(int maxSide, double decibels, boolean lossy, boolean profile, boolean resolution) {}

    /** An image of the contract: the color models that encoders are given, with alpha and without. */
    enum Model {
        GRAY(Samples.GRAY, false),
        GRAY_ALPHA(Samples.GRAY, true),
        RGB(Samples.RGB, false),
        RGB_ALPHA(Samples.RGB, true),
        YCC(Samples.YCC, false),
        YCC_ALPHA(Samples.YCC, true),
        YCC_SUBSAMPLED(Samples.YCC, false),
        CMYK(Samples.CMYK, false),
        CMYK_ALPHA(Samples.CMYK, true);

        private final Samples samples;
        private final boolean alpha;

        Model(Samples samples, boolean alpha) {
            this.samples = samples;
            this.alpha = alpha;
        }

        /** Whether an encoder may be given such an image. */
        boolean fits(OutputFormat format, Compression compression) {
            boolean known = samples == Samples.YCC
                    ? compression.chroma()
                    : format.samples().contains(samples);
            return known && (format.alpha() || !alpha);
        }

        /** An image of soft ramps, so that no format loses much of it; opaque on the left, transparent on the right. */
        Pixels of(int width, int height) {
            int chromaWidth = this == YCC_SUBSAMPLED ? (width + 1) / 2 : width;
            int chromaHeight = this == YCC_SUBSAMPLED ? (height + 1) / 2 : height;
            Plane first = plane(width, height, (x, y) -> 40 + ramp(x, width, 160));
            Plane second = plane(chromaWidth, chromaHeight, (x, y) -> 100 + ramp(y, chromaHeight, 60));
            Plane third = plane(chromaWidth, chromaHeight, (x, y) -> 150 - ramp(x, chromaWidth, 50));
            Plane opacity = alpha ? plane(width, height, (x, y) -> 2 * x < width ? 255 : 0) : null;
            Plane fourth = plane(width, height, (x, y) -> 20 + ramp(y, height, 100));
            List<Plane> planes = List.of(first, second, third, fourth).subList(0, samples.planes());
            return new Pixels(samples, planes, opacity, null);
        }

        /** Rises over the whole length, but by no more than one from sample to sample. */
        private static int ramp(int at, int length, int height) {
            return Math.min(at, height * at / length);
        }
    }

    /**
     * A contract.
     *
     * @param decoder of the same format
     */
    protected EncoderContract(Encoder encoder, Decoder decoder, Abilities abilities) {
        this.encoder = encoder;
        this.options = new EncodeOptionsFixture(encoder);
        this.decoder = decoder;
        this.abilities = abilities;
    }

    /** The file as a reader has it that shares nothing with the decoder; empty where there is none. By default the JDK's. */
    protected Optional<Pixels> readByAnother(byte[] file) throws Exception {
        return JdkReader.read(file);
    }

    @ParameterizedTest(name = "{0}x{1}")
    @CsvSource({"1,1", "1,2", "2,1", "3,7", "8,8", "17,9", "61,47", "640,1", "1,640", "1021,769", "4001,3"})
    void everySizeInEveryColorModelIsReadAgain(int width, int height) throws Exception {
        for (Model model : models(options.plain())) {
            assertReadAgain(model.of(width, height), options.plain(), model + " of " + width + "x" + height);
        }
    }

    @Test
    void everyFormatIsReadAgainInEveryCompression() throws Exception {
        for (OutputFormat format : encoder.formats()) {
            for (Compression compression : format.compressions()) {
                for (EncodeOptions written : List.of(
                        EncodeOptions.of(format, compression).withQuality(90),
                        EncodeOptions.of(format, compression)
                                .withFullChroma(true)
                                .withEmbedded(
                                        Embedded.NOTHING.withResolution(300).withProfile(SRGB)))) {
                    for (Model model : models(written)) {
                        assertReadAgain(model.of(61, 47), written, model + " with " + written);
                    }
                }
            }
        }
    }

    @Test
    void everySpellingIsOfOneFormat() {
        List<String> spellings = encoder.formats().stream()
                .flatMap(format -> Stream.concat(Stream.of(format.name()), format.aliases().stream()))
                .toList();
        assertFalse(spellings.isEmpty());
        assertEquals(Set.copyOf(spellings).size(), spellings.size(), spellings.toString());
        assertTrue(encoder.memory(new PixelSize(10, 10), options.plain()) >= 100);
    }

    private static List<Model> models(EncodeOptions options) {
        return Stream.of(Model.values())
                .filter(model -> model.fits(options.format(), options.compression()))
                .toList();
    }

    private void assertReadAgain(Pixels pixels, EncodeOptions written, String what) throws Exception {
        byte[] file = encoder.encode(pixels, written);
        Decoded decoded = decode(file);
        assertEquals(decoder.format(), decoded.info().format());
        double decibels = decibels(written);
        assertLike(pixels, decoded.pixels(), decibels, what);
        Optional<Pixels> another = pixels.samples() == Samples.CMYK ? Optional.empty() : readByAnother(file);
        if (another.isPresent()) {
            assertLike(pixels, another.get(), decibels, what + ", read by another");
        }
    }

    /** A format without loss may have a compression with one, or a variant of few colors. */
    private double decibels(EncodeOptions written) {
        double least = written.format().heeds(FormatOption.PALETTE)
                ? PALETTE_DECIBELS
                : written.compression().quality() ? LOSSY_DECIBELS : abilities.decibels();
        return Math.min(abilities.decibels(), least);
    }

    private static void assertLike(Pixels expected, Pixels actual, double decibels, String what) {
        assertEquals(expected.width(), actual.width(), what);
        assertEquals(expected.height(), actual.height(), what);
        if (expected.samples() == Samples.CMYK) {
            assertSameInks(expected, actual, decibels, what);
            return;
        }
        Pixels visible = RgbView.of(expected);
        Pixels seen = RgbView.of(actual);
        boolean transparent = expected.alpha() != null;
        for (int i = 0; i < 3; i++) {
            Plane shown =
                    transparent ? RgbView.where(expected.alpha(), seen.plane(i), visible.plane(i)) : seen.plane(i);
            double psnr = psnr(visible.plane(i), shown);
            assertTrue(psnr >= decibels - 0.01, what + ": plane " + i + " only " + psnr + " dB");
        }
    }

    private static void assertSameInks(Pixels expected, Pixels actual, double decibels, String what) {
        assertEquals(Samples.CMYK, actual.samples(), what);
        for (int i = 0; i < expected.planes().size(); i++) {
            double psnr = psnr(expected.plane(i), actual.plane(i));
            assertTrue(psnr >= decibels - 0.01, what + ": ink " + i + " only " + psnr + " dB");
        }
    }

    @Test
    void alphaIsKeptWhereTheFormatKeepsIt() throws Exception {
        for (Model model : models(options.plain())) {
            Pixels pixels = model.of(61, 47);
            Plane alpha =
                    decode(encoder.encode(pixels, options.plain())).pixels().alpha();
            if (pixels.alpha() == null) {
                assertNull(alpha);
            } else {
                assertNotNull(alpha);
                assertSimilar(pixels.alpha(), alpha, 99);
            }
        }
    }

    @Test
    void aProfileIsEmbeddedOrLeftOut() throws Exception {
        for (Model model : List.of(Model.RGB, Model.RGB_ALPHA)) {
            if (!model.fits(options.format(), Compression.NONE)) {
                continue;
            }
            Pixels pixels = model.of(61, 47);
            byte[] file = encoder.encode(pixels, options.noted(0, SRGB));
            assertEquals(
                    abilities.profile() ? SRGB : null, decode(file).pixels().profile());
            assertEquals(abilities.profile(), options.format().heeds(FormatOption.PROFILE));
            if (!abilities.profile()) {
                assertArrayEquals(encoder.encode(pixels, options.plain()), file);
            }
            Optional<Pixels> another = readByAnother(file);
            if (another.isPresent()) {
                assertLike(
                        pixels, another.get(), decibels(options.plain()), model + " with a profile, read by another");
            }
        }
    }

    @Test
    void theResolutionIsNotedOrLeftOut() throws Exception {
        Pixels pixels = Model.RGB.of(61, 47);
        for (double resolution : new double[] {1, 72, 300, 1200}) {
            byte[] file = encoder.encode(pixels, options.noted(resolution, null));
            assertEquals(
                    abilities.resolution() ? resolution : 0, decode(file).info().resolution(), 0.02);
        }
    }

    @Test
    void bothEndsOfTheQualityAreReadAgain() throws Exception {
        Pixels pixels = TestImage.rgb();
        byte[] worst = encoder.encode(pixels, options.quality(1));
        byte[] best = encoder.encode(pixels, options.quality(100));
        double atWorst = similarity(pixels, worst);
        double atBest = similarity(pixels, best);
        if (abilities.lossy()) {
            assertTrue(worst.length < best.length, worst.length + " bytes, " + best.length + " at best");
            assertTrue(atWorst < atBest, atWorst + " dB, " + atBest + " at best");
        } else {
            assertArrayEquals(best, worst, "quality makes no difference");
        }
        assertTrue(atWorst > 10, "nothing can be made out at " + atWorst + " dB");
    }

    private double similarity(Pixels pixels, byte[] file) throws ServeException {
        Pixels decoded = RgbView.of(decode(file).pixels());
        assertEquals(pixels.width(), decoded.width());
        assertEquals(pixels.height(), decoded.height());
        return psnr(pixels.plane(1), decoded.plane(1));
    }

    @Test
    void whatTheFormatCannotHoldIsRefused() throws ServeException {
        if (abilities.maxSide() == Integer.MAX_VALUE) {
            return;
        }
        int tooLong = abilities.maxSide() + 1;
        for (Plane plane : List.of(Plane.blank(tooLong, 1), Plane.blank(1, tooLong))) {
            Pixels pixels = new Pixels(Samples.GRAY, List.of(plane), null, null);
            ServeException e = assertThrows(ServeException.class, () -> encoder.encode(pixels, options.plain()));
            assertEquals(FailureKind.SIZE_LIMIT, e.failure().kind());
        }
        Pixels longest = new Pixels(Samples.GRAY, List.of(Plane.blank(abilities.maxSide(), 1)), null, null);
        byte[] file = encoder.encode(longest, options.plain());
        assertEquals(abilities.maxSide(), decode(file).info().width());
    }

    @Test
    void inksAreRefusedRatherThanGuessedAt() {
        if (options.format().samples().contains(Samples.CMYK)) {
            return;
        }
        Pixels inks = new Pixels(Samples.CMYK, Collections.nCopies(4, Plane.blank(3, 3)), null, null);
        assertThrows(ServeException.class, () -> encoder.encode(inks, options.plain()));
    }

    @Test
    void theSameImageIsTheSameBytes() throws Exception {
        for (Model model : models(options.plain())) {
            assertSameBytes(model);
        }
    }

    private void assertSameBytes(Model model) throws Exception {
        Pixels pixels = model.of(203, 101);
        Pixels copy = model.of(203, 101);
        byte[] file = encoder.encode(pixels, options.plain());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<byte[]> again = () -> encoder.encode(pixels, options.plain());
            for (Future<byte[]> other : threads.invokeAll(Collections.nCopies(2 * THREADS, again))) {
                assertArrayEquals(file, other.get());
            }
        } finally {
            threads.shutdownNow();
        }
        for (int i = 0; i < copy.planes().size(); i++) {
            assertArrayEquals(
                    copy.plane(i).samples(),
                    pixels.plane(i).samples(),
                    "an encoder must not write to what it is given");
        }
    }

    /** Of noise, of which nothing can be compressed, in every format and compression. */
    @Test
    void theEstimateCoversWhatIsAllocated() throws Exception {
        Random random = new Random(8);
        PixelSize size = new PixelSize(700, 500);
        for (OutputFormat format : encoder.formats()) {
            for (Compression compression : format.compressions()) {
                EncodeOptions written = EncodeOptions.of(format, compression).withFullChroma(true);
                for (Samples samples : format.samples()) {
                    Plane noise = plane(size.width(), size.height(), (x, y) -> random.nextInt(256));
                    Pixels pixels = new Pixels(
                            samples, Collections.nCopies(samples.planes(), noise), format.alpha() ? noise : null, null);
                    encoder.encode(pixels, written);
                    long taken = allocated(() -> encoder.encode(pixels, written))
                            + size.area() * (samples.planes() + (format.alpha() ? 1 : 0));
                    long told = encoder.memory(size, written);
                    assertTrue(
                            taken <= told + SMALL_CHANGE, format.name() + " " + written + ": " + taken + " of " + told);
                }
            }
        }
    }

    private static long allocated(Callable<byte[]> work) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.call();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    @Test
    void theFileIsRecognizedByItsDecoder() throws Exception {
        byte[] file = encoder.encode(Model.RGB.of(3, 3), options.plain());
        assertTrue(decoder.recognizes(ByteBuffer.wrap(file, 0, Math.min(64, file.length))));
    }

    private Decoded decode(byte[] file) throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            return decoder.decode(source, DecodeRequest.WHOLE);
        }
    }
}
