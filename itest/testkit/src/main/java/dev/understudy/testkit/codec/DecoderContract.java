package dev.understudy.testkit.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.Decoder;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Tolerance;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of a decoder: what it must do with every file of its format, whole or damaged. A test of a decoder extends this
 * class and names its files, which show the {@link TestImage} and lie in the folder {@code images} on the class path.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DecoderContract {

    private static final Set<FailureKind> ANSWERS = Set.of(
            FailureKind.SOURCE_CORRUPT,
            FailureKind.SOURCE_UNSUPPORTED,
            FailureKind.SIZE_LIMIT,
            FailureKind.SERVER_OVERLOADED);
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final int FLIPS = 300;

    protected final Decoder decoder;

    protected DecoderContract(Decoder decoder) {
        this.decoder = decoder;
    }

    /** Names of files in the folder {@code images} on the class path, one for each variant of the format. */
    protected abstract Stream<String> images();

    /** Names of those whose samples tell where they end; where nothing else tells of damage, that the file ends there may be all that does. */
    protected Stream<String> endByThemselves() {
        return images();
    }

    /** Larger files of the format, such as photographs; any image will do, and none is no failure. */
    protected abstract Stream<Path> photographs();

    @ParameterizedTest
    @MethodSource("images")
    void recognizesItsFormatByContentAlone(String name) {
        byte[] file = TestImage.file(name);
        ByteBuffer head = ByteBuffer.wrap(file, 0, Math.min(64, file.length));
        assertTrue(decoder.recognizes(head));
        assertEquals(0, head.position(), "the head must be left unmoved");
    }

    @ParameterizedTest
    @MethodSource("images")
    void announcesTheMemoryThatItTakes(String name) throws ServeException {
        BytesSource source = new BytesSource(TestImage.file(name));
        ImageInfo info = decoder.inspect(source, Tolerance.STRICT);
        Region part = new Region(info.width() / 2, info.height() / 2, 1, 1);
        for (DecodeRequest request : List.of(
                DecodeRequest.WHOLE,
                new DecodeRequest(part, 1),
                new DecodeRequest(null, 2),
                new DecodeRequest(part, 8))) {
            long announced = decoder.memory(info, request);
            Pixels pixels = decoder.decode(source, request).pixels();
            long kept = Stream.concat(pixels.planes().stream(), Stream.ofNullable(pixels.alpha()))
                    .mapToLong(plane -> plane.samples().length)
                    .sum();
            assertTrue(announced >= kept, announced + " bytes for " + kept);
            assertTrue(announced <= 16 * info.area() * info.bytesPerPixel(), announced + " bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void tellsTheProfileAsThePixelsHaveIt(String name) throws ServeException {
        BytesSource source = new BytesSource(TestImage.file(name));
        assertEquals(
                decoder.decode(source, DecodeRequest.WHOLE).pixels().profile(),
                decoder.profile(source, Tolerance.STRICT));
    }

    @Test
    void doesNotRecognizeAnythingElse() {
        List<String> others = Stream.of(
                        "420.jpg", "rgb.png", "still.gif", "raw.tif", "big.tif", "lossy.webp", "rgb.bmp")
                .filter(name -> !images().toList().contains(name))
                .toList();
        for (String other : others) {
            assertFalse(decoder.recognizes(ByteBuffer.wrap(TestImage.file(other), 0, 64)), other);
        }
        for (int length = 0; length < 64; length++) {
            assertFalse(decoder.recognizes(ByteBuffer.allocate(length)), length + " zeros");
        }
        assertFalse(decoder.recognizes(
                ByteBuffer.wrap("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void failsOnEmptyAndForeignFiles() {
        assertFails(new byte[0]);
        assertFails(new byte[1000]);
        String other = decoder.format().equals("png") ? "420.jpg" : "rgb.png";
        assertFails(TestImage.file(other));
    }

    @ParameterizedTest
    @MethodSource("images")
    void inspectsWhatItDecodes(String name) throws Exception {
        try (BytesSource source = new BytesSource(TestImage.file(name))) {
            ImageInfo info = decoder.inspect(source);
            Decoded decoded = decoder.decode(source, DecodeRequest.WHOLE);
            assertEquals(info, decoded.info());
            assertEquals(decoder.format(), info.format());
            assertEquals(TestImage.WIDTH, info.width());
            assertEquals(TestImage.HEIGHT, info.height());
            assertEquals(new Region(0, 0, info.width(), info.height()), decoded.region());
            assertEquals(1, decoded.reduction());
            assertEquals(info.width(), decoded.pixels().width());
            assertEquals(info.height(), decoded.pixels().height());
            assertEquals(info.samples(), decoded.pixels().samples());
            assertEquals(info.alpha(), decoded.pixels().alpha() != null);
            assertEquals(info.profile(), decoded.pixels().profile() != null);
            assertTrue(source.channel().isOpen(), "the file is the caller's to close");
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void regionsAreCutOutOfTheWhole(String name) throws Exception {
        try (BytesSource source = new BytesSource(TestImage.file(name))) {
            for (int reduction = 1; reduction <= 8; reduction *= 2) {
                regionsAreCutOutOfTheWhole(source, reduction);
            }
        }
    }

    private void regionsAreCutOutOfTheWhole(BytesSource source, int reduction) throws ServeException {
        Pixels whole =
                decoder.decode(source, new DecodeRequest(null, reduction)).pixels();
        for (Region region : List.of(
                new Region(0, 0, 1, 1),
                new Region(60, 46, 1, 1),
                new Region(17, 33, 20, 9),
                new Region(33, 1, 28, 46),
                new Region(0, 20, 61, 5),
                new Region(-5, -5, 200, 200))) {
            Decoded part = decoder.decode(source, new DecodeRequest(region, reduction));
            FileParts.assertContains(whole, part, region);
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void whatIsToldBeforehandIsGiven(String name) throws Exception {
        try (BytesSource source = new BytesSource(TestImage.file(name))) {
            for (int reduction = 1; reduction <= 16; reduction++) {
                for (Region region : List.of(new Region(60, 46, 1, 1), new Region(17, 33, 20, 9))) {
                    DecodeRequest request = new DecodeRequest(region, reduction);
                    DecodedPart told = decoder.part(source, decoder.inspect(source), request);
                    if (told != null) {
                        Decoded given = decoder.decode(source, request);
                        assertEquals(told.region(), given.region());
                        assertEquals(told.reduction(), given.reduction());
                        FileParts.assertIsCut(
                                decoder.decode(source, told.level()).pixels(), given);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void everyTruncationFailsOrHasTheSamePixels(String name) throws Exception {
        byte[] file = TestImage.file(name);
        Decoded whole = decode(file);
        for (int length = 0; length < file.length; length += Math.max(1, file.length / 500)) {
            assertFailsOrIsPartOf(whole, Arrays.copyOf(file, length), DecodeRequest.WHOLE);
        }
        assertFailsOrIsPartOf(whole, Arrays.copyOf(file, file.length - 1), DecodeRequest.WHOLE);
    }

    @ParameterizedTest
    @MethodSource("images")
    void aTruncationFailsOrHasTheOnlyPixelThatIsWanted(String name) throws Exception {
        byte[] file = TestImage.file(name);
        Decoded whole = decode(file, new DecodeRequest(null, 8));
        for (Region region : List.of(new Region(0, 0, 1, 1), new Region(60, 46, 1, 1))) {
            DecodeRequest corner = new DecodeRequest(region, 8);
            for (int percent = 0; percent < 100; percent += 3) {
                assertFailsOrIsPartOf(whole, Arrays.copyOf(file, file.length * percent / 100), corner);
            }
            assertFailsOrIsPartOf(whole, Arrays.copyOf(file, file.length - 1), corner);
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void leniencyChangesNothingAboutWholeImages(String name) throws Exception {
        byte[] file = TestImage.file(name);
        Decoded lenient = salvage(file);
        assertNull(lenient.damage());
        assertSame(decode(file).pixels(), lenient.pixels());
    }

    /** Names of images in whose first four fifths something can be seen; none, where a format is all or nothing. */
    protected abstract Stream<String> salvageable();

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("salvageable")
    void whatIsThereOfATruncatedFileIsShown(String name) throws Exception {
        byte[] file = TestImage.file(name);
        Pixels whole = decode(file).pixels();
        int before = 0;
        for (int percent : new int[] {80, 90, 97}) {
            byte[] cut = Arrays.copyOf(file, file.length * percent / 100);
            Decoded lenient = salvage(cut);
            assertEquals(isWhole(cut), lenient.damage() == null);
            assertEquals(whole.width(), lenient.pixels().width());
            assertEquals(whole.height(), lenient.pixels().height());
            assertEquals(whole.alpha() == null, lenient.pixels().alpha() == null);
            int right = equalRows(whole.plane(0), lenient.pixels().plane(0));
            assertTrue(right >= before, percent + " % show no more than less does");
            before = right;
        }
        assertTrue(before > TestImage.HEIGHT / 2, "only " + before + " rows of 97 %");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("salvageable")
    void aPartOfWhatIsThereIsCutOutOfIt(String name) throws Exception {
        byte[] file = TestImage.file(name);
        try (BytesSource source = new BytesSource(Arrays.copyOf(file, file.length * 4 / 5))) {
            DecodeRequest all = DecodeRequest.WHOLE.with(Tolerance.LENIENT);
            Pixels whole = decoder.decode(source, all).pixels();
            for (Region region : List.of(new Region(7, 0, 30, 16), new Region(0, 40, 61, 7))) {
                DecodeRequest part = new DecodeRequest(region, 1, Tolerance.LENIENT);
                FileParts.assertContains(whole, decoder.decode(source, part), region);
            }
        }
    }

    @Test
    void aFileWithoutAnythingUsableFailsHoweverLenientOneIs() {
        for (byte[] file : List.of(new byte[0], new byte[1000])) {
            assertFails(file, DecodeRequest.WHOLE.with(Tolerance.LENIENT));
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void everyTruncationIsAWholeImageOrAFailureToTheLenient(String name) {
        byte[] file = TestImage.file(name);
        for (int length = 0; length < file.length; length += Math.max(1, file.length / 100)) {
            byte[] cut = Arrays.copyOf(file, length);
            assertTimeoutPreemptively(BOUND, () -> survives(cut, Tolerance.LENIENT), () -> name + " of " + cut.length);
        }
    }

    private boolean isWhole(byte[] file) {
        try {
            decode(file);
            return true;
        } catch (ServeException e) {
            return false;
        }
    }

    private static int equalRows(Plane one, Plane other) {
        int rows = 0;
        for (int y = 0; y < one.height(); y++) {
            int at = y * one.width();
            boolean equal = Arrays.equals(one.samples(), at, at + one.width(), other.samples(), at, at + one.width());
            rows += equal ? 1 : 0;
        }
        return rows;
    }

    private Decoded salvage(byte[] file) throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            ImageInfo info = decoder.inspect(source, Tolerance.LENIENT);
            Decoded decoded = decoder.decode(source, DecodeRequest.WHOLE.with(Tolerance.LENIENT));
            assertEquals(info, decoded.info());
            return decoded;
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("photographs")
    void everyTruncationOfARealFileFailsOrHasTheSamePixels(Path photograph) throws Exception {
        byte[] file = Files.readAllBytes(photograph);
        Decoded whole = decode(file);
        for (int percent = 0; percent < 100; percent++) {
            byte[] cut = Arrays.copyOf(file, (int) ((long) file.length * percent / 100));
            assertFailsOrIsPartOf(whole, cut, DecodeRequest.WHOLE);
        }
    }

    @ParameterizedTest
    @MethodSource("endByThemselves")
    void bytesAfterTheEndDoNoHarm(String name) throws Exception {
        byte[] file = TestImage.file(name);
        byte[] longer = Arrays.copyOf(file, file.length + 3333);
        Arrays.fill(longer, file.length, longer.length, (byte) 0x5a);
        assertSame(decode(file).pixels(), decode(longer).pixels());
    }

    @ParameterizedTest
    @MethodSource("images")
    void damageFailsCleanlyOrLeavesAWholeImage(String name) {
        byte[] file = TestImage.file(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = file.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                // the first bytes matter most
                int at = random.nextInt(random.nextBoolean() ? Math.min(100, file.length) : file.length);
                damaged[at] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : damaged[at] ^ 1 << random.nextInt(8));
            }
            assertTimeoutPreemptively(BOUND, () -> survives(damaged), () -> "seed " + name + ": " + hex(damaged));
        }
    }

    @ParameterizedTest
    @MethodSource("images")
    void lostAndRepeatedBytesFailCleanlyOrLeaveAWholeImage(String name) {
        byte[] file = TestImage.file(name);
        Random random = new Random(~name.hashCode());
        for (int i = 0; i < FLIPS / 3; i++) {
            int at = random.nextInt(file.length);
            int count = Math.min(file.length - at, 1 + random.nextInt(40));
            byte[] damaged = file.clone();
            if (random.nextBoolean()) {
                Arrays.fill(damaged, at, at + count, (byte) random.nextInt(256));
            } else {
                System.arraycopy(file, at + count, damaged, at, file.length - at - count);
            }
            assertTimeoutPreemptively(BOUND, () -> survives(damaged), () -> "seed " + name + ": " + hex(damaged));
        }
    }

    private void survives(byte[] file) {
        survives(file, Tolerance.STRICT);
        survives(file, Tolerance.LENIENT);
    }

    private void survives(byte[] file, Tolerance tolerance) {
        try (BytesSource source = new BytesSource(file)) {
            decoder.inspect(source, tolerance);
            Decoded decoded = decoder.decode(source, DecodeRequest.WHOLE.with(tolerance));
            assertEquals(decoded.info().width(), decoded.pixels().width());
            assertEquals(decoded.info().height(), decoded.pixels().height());
        } catch (ServeException e) {
            assertTrue(
                    ANSWERS.contains(e.failure().kind()),
                    () -> e + " " + e.failure().cause());
        }
    }

    /** What is missing of a file must not change what is shown of it: neither pixels nor how they are turned or colored. */
    private void assertFailsOrIsPartOf(Decoded whole, byte[] file, DecodeRequest request) {
        try (BytesSource source = new BytesSource(file)) {
            Decoded decoded = decoder.decode(source, request);
            String what = file.length + " bytes have other pixels";
            assertEquals(whole.info().orientation(), decoded.info().orientation(), what);
            assertEquals(whole.pixels().profile(), decoded.pixels().profile(), what);
            FileParts.assertContains(
                    whole.pixels(), decoded, request.region() == null ? whole.region() : request.region());
        } catch (ServeException e) {
            assertEquals(
                    FailureKind.SOURCE_CORRUPT, e.failure().kind(), e.failure().message());
        }
    }

    protected final Decoded decode(byte[] file) throws ServeException {
        return decode(file, DecodeRequest.WHOLE);
    }

    private Decoded decode(byte[] file, DecodeRequest request) throws ServeException {
        try (BytesSource source = new BytesSource(file)) {
            return decoder.decode(source, request);
        }
    }

    protected final Decoded decode(String image) throws ServeException {
        return decode(TestImage.file(image));
    }

    protected final void assertFails(byte[] file) {
        assertFails(file, DecodeRequest.WHOLE);
    }

    private void assertFails(byte[] file, DecodeRequest request) {
        try (BytesSource source = new BytesSource(file)) {
            ServeException e = assertThrows(
                    ServeException.class,
                    () -> decoder.decode(source, request),
                    () -> file.length + " bytes are enough for it");
            assertEquals(FailureKind.SOURCE_CORRUPT, e.failure().kind());
        }
    }

    private static void assertSame(Pixels expected, Pixels actual) {
        assertEquals(expected.samples(), actual.samples());
        for (int i = 0; i < expected.planes().size(); i++) {
            assertArrayEquals(expected.plane(i).samples(), actual.plane(i).samples());
        }
        assertEquals(expected.alpha() == null, actual.alpha() == null);
        if (expected.alpha() != null) {
            assertArrayEquals(expected.alpha().samples(), actual.alpha().samples());
        }
    }

    private static String hex(byte[] file) {
        return java.util.HexFormat.of().formatHex(Arrays.copyOf(file, Math.min(file.length, 200)));
    }
}
