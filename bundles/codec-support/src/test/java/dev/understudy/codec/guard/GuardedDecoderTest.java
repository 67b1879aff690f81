package dev.understudy.codec.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.io.Input;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Compression;
import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.OutputFormat;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.testkit.codec.BytesSource;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardedDecoderTest {

    static List<Throwable> blunders() {
        return List.of(
                new IOException("bad block"),
                new EOFException(),
                new IndexOutOfBoundsException("Index 7 out of bounds"),
                new NegativeArraySizeException("-1"),
                new ClassCastException(),
                new NullPointerException(),
                new IllegalArgumentException("width * height"),
                new ArithmeticException("/ by zero"),
                new StackOverflowError(),
                new AssertionError());
    }

    @ParameterizedTest
    @MethodSource("blunders")
    void whateverALibraryThrowsIsDamage(Throwable blunder) {
        Failure failure = failureOf(blunder);
        assertEquals(FailureKind.SOURCE_CORRUPT, failure.kind());
        assertSame(blunder, failure.cause());
        assertTrue(failure.message().startsWith("'tests/image': not a "), failure.message());
    }

    @Test
    void whatALibraryHasWrappedIsFound() {
        IOException wrapped = new IOException("Caught exception during read", new OutOfMemoryError());
        assertEquals(FailureKind.SERVER_OVERLOADED, failureOf(wrapped).kind());
    }

    @Test
    void lackOfMemoryIsNot() {
        assertEquals(
                FailureKind.SERVER_OVERLOADED, failureOf(new OutOfMemoryError()).kind());
    }

    @Test
    void aBrokenInstallationIsNot() {
        assertEquals(FailureKind.INTERNAL, failureOf(new NoClassDefFoundError()).kind());
    }

    @Test
    void aBrokenVirtualMachineIsNobodysAffair() {
        assertThrows(
                InternalError.class, () -> new Throwing(new InternalError()).inspect(new BytesSource(new byte[1])));
    }

    @Test
    void aFailureStaysWhatItIs() {
        ServeException failure = new ServeException(new Failure.TooLarge("An image", "a limit"));
        assertSame(failure.failure(), failureOf(failure));
    }

    @Test
    void aDiskThatFailsIsNoDamage() {
        assertEquals(
                FailureKind.SOURCE_UNREADABLE,
                failureOn(new IOException("I/O error")).kind());
        assertEquals(
                FailureKind.SERVER_OVERLOADED,
                failureOn(new ClosedByInterruptException()).kind());
    }

    @ParameterizedTest
    @MethodSource("blunders")
    void whatAnInterruptedReaderThrowsIsNobodysFault(Throwable blunder) {
        Thread.currentThread().interrupt();
        try {
            assertEquals(FailureKind.SERVER_OVERLOADED, failureOf(blunder).kind());
        } finally {
            assertTrue(Thread.interrupted(), "whoever interrupted it is still told");
        }
    }

    @Test
    void whatWasOverwrittenMeanwhileIsNotHandedOut() {
        Source source = new Overwritten();
        ServeException e =
                assertThrows(ServeException.class, () -> new Throwing(null).decode(source, DecodeRequest.WHOLE));
        assertEquals(FailureKind.SOURCE_UNREADABLE, e.failure().kind());
        ServeException damaged = assertThrows(
                ServeException.class, () -> new Throwing(new IOException()).decode(source, DecodeRequest.WHOLE));
        assertEquals(FailureKind.SOURCE_UNREADABLE, damaged.failure().kind(), "the change explains the damage");
    }

    @Test
    void encodersAreGuardedToo() {
        Pixels pixel = new Pixels(Samples.GRAY, List.of(Plane.blank(1, 1)), null, null);
        EncodeOptions options = EncodeOptions.of(Writing.FORMAT, Compression.NONE);
        assertEquals(
                FailureKind.INTERNAL,
                assertThrows(ServeException.class, () -> new Writing(new IOException()).encode(pixel, options))
                        .failure()
                        .kind());
        assertEquals(
                FailureKind.SERVER_OVERLOADED,
                assertThrows(ServeException.class, () -> new Writing(new OutOfMemoryError()).encode(pixel, options))
                        .failure()
                        .kind());
    }

    @Test
    void theDamageIsToldWhenNothingCanBeSalvaged() {
        Throwing decoder = new Throwing(new IOException("bad block"));
        DecodeRequest lenient = DecodeRequest.WHOLE.with(Tolerance.LENIENT);
        Failure failure = assertThrows(
                        ServeException.class, () -> decoder.decode(new BytesSource(new byte[1]), lenient))
                .failure();
        assertEquals(FailureKind.SOURCE_CORRUPT, failure.kind());
        assertTrue(failure.message().endsWith("bad block"), failure.message());
        assertEquals(1, decoder.salvages);
    }

    @Test
    void nothingIsSalvagedOfWhatIsNotDamaged() {
        Throwing decoder = new Throwing(new OutOfMemoryError());
        assertThrows(ServeException.class, () -> decoder.inspect(new BytesSource(new byte[1]), Tolerance.LENIENT));
        assertEquals(0, decoder.salvages);
    }

    @Test
    void theLogNamesTheObjectAndWhatWasForgiven() {
        assertEquals(
                "'shop/lamp': forgiven, since it changes no pixel of this png image: it has no end; stray bytes",
                GuardedDecoder.forgivenLine("png", "shop/lamp", List.of("it has no end", "stray bytes")));
    }

    private static Failure failureOf(Throwable thrown) {
        Throwing decoder = new Throwing(thrown);
        BytesSource source = new BytesSource(new byte[1]);
        Failure inspected = assertThrows(ServeException.class, () -> decoder.inspect(source))
                .failure();
        Failure decoded = assertThrows(ServeException.class, () -> decoder.decode(source, DecodeRequest.WHOLE))
                .failure();
        assertEquals(inspected, decoded);
        return decoded;
    }

    /** What comes of an exception that the file throws when it is read. */
    private static Failure failureOn(IOException thrown) {
        return assertThrows(ServeException.class, () -> new Throwing(null).inspect(new Unreadable(thrown)))
                .failure();
    }

    /** Reads a byte and throws. */
    private static final class Throwing extends GuardedDecoder {

        private final Throwable thrown;
        private int salvages;

        Throwing(Throwable thrown) {
            super("test");
            this.thrown = thrown;
        }

        @Override
        public boolean recognizes(ByteBuffer head) {
            return true;
        }

        @Override
        protected ImageInfo readInfo(Input input) throws IOException {
            input.read();
            throwAny(thrown);
            return null;
        }

        @Override
        protected Decoded readPixels(Input input, DecodeRequest request) throws IOException {
            readInfo(input);
            return null;
        }

        @Override
        protected ImageInfo salvageInfo(Input input) throws IOException {
            salvages++;
            throw new IOException("nothing left");
        }

        @Override
        protected Decoded salvagePixels(Input input, DecodeRequest request) throws IOException {
            return new Decoded(salvageInfo(input), null, null, 1);
        }
    }

    private static final class Writing extends GuardedEncoder {

        private static final OutputFormat FORMAT = OutputFormat.of("test", "image/test");
        private final Throwable thrown;

        Writing(Throwable thrown) {
            super("test", 100, FORMAT);
            this.thrown = thrown;
        }

        @Override
        protected byte[] write(Pixels pixels, EncodeOptions options) {
            throwAny(thrown);
            return new byte[0];
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAny(Throwable thrown) throws T {
        if (thrown != null) {
            throw (T) thrown;
        }
    }

    private static class Unreadable implements Source {

        private final IOException thrown;

        Unreadable(IOException thrown) {
            this.thrown = thrown;
        }

        @Override
        public SourceKey key() {
            return new SourceKey(SourceKey.Kind.IMAGE, "", "image", true);
        }

        @Override
        public Stamp stamp() {
            return new Stamp(key(), 0, 10, "");
        }

        @Override
        public SeekableByteChannel channel() {
            return (SeekableByteChannel) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {SeekableByteChannel.class}, (proxy, method, args) -> {
                        throw thrown;
                    });
        }

        @Override
        public void close() {}
    }

    private static final class Overwritten extends Unreadable {

        private final BytesSource bytes = new BytesSource(new byte[10]);

        Overwritten() {
            super(new IOException());
        }

        @Override
        public SeekableByteChannel channel() {
            return bytes.channel();
        }

        @Override
        public boolean overwritten() {
            return true;
        }
    }
}
