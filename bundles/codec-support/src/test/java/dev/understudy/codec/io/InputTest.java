package dev.understudy.codec.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.testkit.codec.BytesSource;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InputTest {

    private final byte[] file = new byte[200_000];
    private final BytesSource source;

    InputTest() {
        new Random(3).nextBytes(file);
        source = new BytesSource(file);
    }

    private Input whole() {
        return Input.of(source.channel(), file.length);
    }

    @Test
    void aReaderThatLoopsWithinTheBufferCanBeStopped() throws IOException {
        Input input = whole();
        assertEquals(file[0], input.readByte());
        Thread.currentThread().interrupt();
        try {
            assertThrows(SourceReadException.class, () -> {
                while (true) {
                    input.seek(0);
                    input.readByte();
                }
            });
        } finally {
            assertTrue(Thread.interrupted(), "the interrupt is not swallowed");
        }
    }

    @Test
    void numbersAcrossTheEndsOfTheBufferAreWhole() throws IOException {
        ByteBuffer expected = ByteBuffer.wrap(file);
        Input input = whole();
        for (int at = 0; at + 8 <= file.length; at += 7) {
            input.seek(at);
            assertEquals(expected.getLong(at), input.readLong());
            input.seek(at);
            assertEquals(expected.getInt(at), input.readInt());
        }
    }

    @Test
    void readsInAnyOrder() throws IOException {
        Input input = whole();
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(file.length);
            int count = random.nextInt(Math.min(100_000, file.length - from));
            assertArrayEquals(Arrays.copyOfRange(file, from, from + count), input.bytes(from, count));
        }
    }

    @Test
    void piecesAreOneStream() throws IOException {
        byte[] middle = {1, 2, 3};
        Input input = whole().of(List.of(
                new InputSegment.OfFile(100, 70_000),
                new InputSegment.InMemory(ByteBuffer.wrap(middle)),
                new InputSegment.OfFile(0, 5)));
        ByteBuffer expected = ByteBuffer.allocate(70_008);
        expected.put(file, 100, 70_000).put(middle).put(file, 0, 5);
        assertEquals(70_008, input.length());
        assertArrayEquals(expected.array(), input.bytes(0, 70_008));
        input.seek(69_999);
        assertEquals(expected.getInt(69_999), input.readInt());
    }

    @Test
    void anyStretchOfManyPiecesIsFound() throws IOException {
        List<InputSegment> pieces = new ArrayList<>();
        ByteBuffer expected = ByteBuffer.allocate(file.length);
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            int from = random.nextInt(file.length - 100);
            int count = random.nextInt(60); // none too
            pieces.add(
                    i % 3 == 0
                            ? new InputSegment.InMemory(ByteBuffer.wrap(file).slice(from, count))
                            : new InputSegment.OfFile(from, count));
            expected.put(file, from, count);
        }
        Input input = whole().of(pieces);
        byte[] all = Arrays.copyOf(expected.array(), expected.position());
        assertArrayEquals(all, input.bytes(0, input.length()));
        for (int i = 0; i < 300; i++) {
            int from = random.nextInt(all.length);
            int count = random.nextInt(Math.min(500, all.length - from));
            assertArrayEquals(Arrays.copyOfRange(all, from, from + count), input.bytes(from, count));
            Input part = input.part(from, count);
            assertEquals(count, part.length());
            assertArrayEquals(Arrays.copyOfRange(all, from, from + count), part.bytes(0, count));
        }
        assertEquals(5, input.part(all.length - 5, 100).length(), "what is beyond the end is left out");
    }

    @Test
    void piecesThatFollowEachOtherAreReadAtOnce() throws IOException {
        List<InputSegment> pieces = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            pieces.add(new InputSegment.OfFile(5L * i, 5));
        }
        Input input = whole().of(pieces);
        assertArrayEquals(file, input.bytes(0, file.length));
        assertTrue(source.reads() < 300, () -> source.reads() + " reads"); // of 1,000 bytes at most
    }

    @Test
    void whatIsForgivenInAPartIsForgivenInTheFile() {
        Input input = whole();
        input.part(3, 4).forgive("this");
        input.forgive("that");
        input.forgive("this");
        assertEquals(List.of("this", "that"), input.forgiven());
        for (int i = 0; i < 100_000; i++) {
            input.forgive("fault " + i);
        }
        assertTrue(input.forgiven().size() < 20, "no file can fill the log");
    }

    @Test
    void endsWhereItEnds() throws IOException {
        Input input = whole();
        input.seek(file.length - 3);
        byte[] bytes = new byte[10];
        assertEquals(3, input.read(bytes, 0, 10));
        assertEquals(-1, input.read(bytes, 0, 10));
        assertEquals(-1, input.read());
        assertThrows(EOFException.class, () -> input.bytes(file.length - 3, 4));
        assertThrows(EOFException.class, () -> input.bytes(0, Long.MAX_VALUE));
    }

    @Test
    void aReaderThatLoopsAtTheEndIsThrownOut() throws IOException {
        Input input = whole();
        input.seek(file.length);
        IOException e = assertThrows(IOException.class, () -> {
            while (input.read() < 0) {
                // as hostile files make some decoders do
            }
        });
        assertFalse(e instanceof EOFException, "such decoders catch those");
    }

    @Test
    void closingItLeavesTheFileOpen() throws IOException {
        Input input = whole();
        input.read();
        input.close();
        assertTrue(source.channel().isOpen());
    }

    @Test
    void anEmptyFileIsAtItsEnd() throws IOException {
        Input input = Input.of(new BytesSource(new byte[0]).channel(), 0);
        assertEquals(-1, input.read());
    }
}
