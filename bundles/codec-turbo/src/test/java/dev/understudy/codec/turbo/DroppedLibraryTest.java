package dev.understudy.codec.turbo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.codec.jpeg.JpegDecoder;
import dev.understudy.codec.turbo.natives.NativeMemory;
import dev.understudy.codec.turbo.natives.TurboLibrary;
import dev.understudy.image.Pixels;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** A library that misbehaves is used no more, and the image is decoded without it. */
class DroppedLibraryTest {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 150;

    /** A library that does one thing wrong. */
    private static class WrongLibrary implements TurboLibrary {

        boolean warns;
        int result = -1;
        int width = WIDTH;
        int calls;
        int open;

        @Override
        public NativeMemory allocate(long bytes) {
            open++;
            memory = ByteBuffer.allocate((int) bytes).order(ByteOrder.nativeOrder());
            return new HeapMemory(memory, () -> open--);
        }

        private ByteBuffer memory = ByteBuffer.allocate(0);

        @Override
        public long newDecoder() {
            calls++;
            return 1;
        }

        @Override
        public void destroy(long decoder) {}

        @Override
        public int readHeader(long decoder, long file, long length, long results) {
            memory.putInt(0, width).putInt(4, HEIGHT).putInt(8, 2);
            return 0;
        }

        @Override
        public int decode(long decoder, long file, long length, long planes, int width, long strides, int height) {
            return result;
        }

        @Override
        public boolean hasWarned(long decoder) {
            return warns;
        }

        @Override
        public String message(long decoder) {
            return "out of order";
        }
    }

    private static void decodeThrice(WrongLibrary library, int expectedCalls) throws Exception {
        byte[] file = JpegFixture.color(WIDTH, HEIGHT, 2, 2, 80);
        Pixels expected = JpegFixture.decode(new JpegDecoder(), file);
        JpegDecoder decoder = new JpegDecoder(new TurboAccelerator(library));
        for (int i = 0; i < 3; i++) { // the first time by ours
            Pixels actual = JpegFixture.decode(decoder, file);
            assertArrayEquals(expected.plane(0).samples(), actual.plane(0).samples());
        }
        assertEquals(expectedCalls, library.calls);
        assertEquals(0, library.open, "memory that was not given back");
    }

    @Test
    void afterAnError() throws Exception {
        decodeThrice(new WrongLibrary(), 1);
    }

    @Test
    void notAfterAWarning() throws Exception {
        WrongLibrary library = new WrongLibrary();
        library.warns = true;
        decodeThrice(library, 2);
    }

    @Test
    void whenItTakesAnImageForAnotherOne() throws Exception {
        WrongLibrary library = new WrongLibrary();
        library.result = 0;
        library.width = 2 * WIDTH;
        decodeThrice(library, 1);
    }

    @Test
    void whenAFunctionIsMissing() throws Exception {
        decodeThrice(
                new WrongLibrary() {
                    @Override
                    public void destroy(long decoder) {
                        throw new UnsatisfiedLinkError("tjDestroy");
                    }
                },
                1);
    }

    @Test
    void whenThereIsNoDecoder() throws Exception {
        decodeThrice(
                new WrongLibrary() {
                    @Override
                    public long newDecoder() {
                        calls++;
                        return 0;
                    }
                },
                1);
    }
}
