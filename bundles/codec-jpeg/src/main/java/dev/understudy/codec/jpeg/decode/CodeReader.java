package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bits of entropy-coded data, where a zero follows each byte 0xff. They stand at the upper end of a 64-bit word, with a one behind
 * the last of them and zeros behind that, so that the word alone says how many there are. It is filled up by one read of eight bytes
 * when none of them is 0xff. Behind the end of the data come zeros, which {@link #requireBits()} tells of. Who decodes many codes at a time
 * keeps the word in a local variable meanwhile, which is much faster.
 */
final class CodeReader {

    /** A word of no bits. */
    private static final long NONE = Long.MIN_VALUE;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final int SIZE = 1 << 16;
    /** Bytes that are kept when more are loaded, since those that no code needs are given back. */
    private static final int KEPT = 32;

    private static final int FF = 0xff;

    /** The bits, the next one first; read and written by those who keep them in a local variable. */
    long word = NONE;

    private final @Nullable Input input;
    private byte[] buffer;
    private int position;
    private int limit;
    private boolean ended;
    /** How many zeros have been added behind the end. */
    private int added;

    private CodesEnd end = new CodesEnd(0, 0, CodesEnd.NONE);

    /** Reads from the stream's present position on. */
    CodeReader(Input input) {
        this.input = input;
        buffer = new byte[SIZE];
    }

    /** Reads from bytes in memory, of which there are none yet. */
    CodeReader() {
        input = null;
        buffer = new byte[0];
    }

    /** Reads on in bytes that are in memory, from a bit of them on, before a byte of them. */
    void use(byte[] bytes, int bit, int behind) throws IOException {
        buffer = bytes;
        position = bit / Byte.SIZE;
        limit = behind;
        ended = false;
        added = 0;
        word = NONE;
        take(bit % Byte.SIZE);
    }

    /** Where the next bit is in the file, counted in bits. */
    long bitPosition() throws IOException {
        int left = Math.max(0, count(word) - added);
        int at = position;
        for (int i = (left + Byte.SIZE - 1) / Byte.SIZE; i > 0; i--) {
            at -= isPair(at) ? 2 : 1;
        }
        long taken = Math.floorMod(-left, Byte.SIZE);
        return (requireInput().getStreamPosition() - limit + at) * Byte.SIZE + taken;
    }

    private Input requireInput() {
        return Objects.requireNonNull(input, "codes of a file");
    }

    /** How many bits a word has. */
    private static int count(long word) {
        return Long.SIZE - 1 - Long.numberOfTrailingZeros(word);
    }

    /**
     * Reads a code and the number that belongs to it.
     *
     * @return an entry of the table with the number in it
     */
    int code(CodeTable table) throws IOException {
        long next = enough(word);
        int entry = table.find(next);
        next <<= CodeTable.length(entry);
        int extra = CodeTable.extra(entry);
        word = next << extra;
        return extra == 0 ? entry : CodeTable.withValue(entry, CodeTable.number(next, extra));
    }

    /** The next bits, up to 16 of them, as a number. */
    int take(int length) throws IOException {
        long next = enough(word);
        word = next << length;
        return (int) (next >>> 1 >>> Long.SIZE - 1 - length);
    }

    /** The word, filled up unless it has 32 bits, which is more than a code and the number behind it can have. */
    long enough(long kept) throws IOException {
        return (int) kept == 0 ? fill(kept) : kept;
    }

    /** The word, filled up to 56 bits or more. */
    private long fill(long kept) throws IOException {
        if (position + Long.BYTES <= limit) {
            long next = (long) LONGS.get(buffer, position);
            if (!hasFf(next)) {
                int free = Long.numberOfTrailingZeros(kept);
                long end = 1L << (free & Byte.SIZE - 1);
                position += free >> 3;
                word = (kept & kept - 1 | next >>> ~free | end) & -end;
                return word;
            }
        }
        return fillByBytes(kept);
    }

    /** Whether there is a byte 0xff among the eight that begin at a position. */
    static boolean hasFf(byte[] bytes, int position) {
        return hasFf((long) LONGS.get(bytes, position));
    }

    private static boolean hasFf(long bytes) {
        return ((~bytes - ONES) & bytes & HIGHS) != 0;
    }

    private long fillByBytes(long kept) throws IOException {
        int count = count(kept);
        long filled = kept ^ NONE >>> count;
        while (count < Long.SIZE - Byte.SIZE) {
            int value = ended ? -1 : next();
            if (value < 0) {
                added += Long.SIZE - Byte.SIZE - count;
                count = Long.SIZE - Byte.SIZE;
            } else {
                filled |= (long) value << Long.SIZE - Byte.SIZE - count;
                count += Byte.SIZE;
            }
        }
        word = filled | NONE >>> count;
        return word;
    }

    /** The next byte of the data, less than 0 at its end. */
    private int next() throws IOException {
        if (position == limit && !load()) {
            ended = true;
            return -1;
        }
        int value = buffer[position] & FF;
        if (value != FF) {
            position++;
            return value;
        }
        int second = second();
        if (second == 0) {
            position += 2;
            return FF;
        }
        ended = true;
        return -1;
    }

    /** The byte behind one or more 0xff, of which the last one is left; 0xff when the file ends. */
    private int second() throws IOException {
        while (position + 1 < limit || load()) {
            int second = buffer[position + 1] & FF;
            if (second != FF) {
                return second;
            }
            position++;
        }
        return FF;
    }

    private boolean load() throws IOException {
        if (input == null) {
            return false;
        }
        int from = Math.max(0, position - KEPT);
        System.arraycopy(buffer, from, buffer, 0, limit - from);
        position -= from;
        limit -= from;
        int read = input.read(buffer, limit, SIZE - limit);
        limit += Math.max(0, read);
        return read > 0;
    }

    /** Passes over the rest of a byte that a code ends in; whether that is filled up with ones or, by some, with zeros. */
    boolean endByte() throws IOException {
        int left = Math.max(0, count(word) - added);
        int rest = left % Byte.SIZE;
        long filling = rest == 0 ? 0 : word >>> Long.SIZE - rest;
        for (int i = left / Byte.SIZE; i > 0; i--) {
            position -= isPair(position) ? 2 : 1;
        }
        word = NONE;
        added = 0;
        ended = false;
        end = end(rest);
        return filling == 0 || filling == (1 << rest) - 1;
    }

    /** Whether two bytes before a place in the buffer stand for one of the data. */
    private boolean isPair(int place) {
        return place > 1 && buffer[place - 1] == 0 && (buffer[place - 2] & FF) == FF;
    }

    /** The end of the codes, when so many bits of the last byte are none. */
    private CodesEnd end(int rest) throws IOException {
        int size = rest == 0 ? 0 : isPair(position) ? 2 : 1;
        long start = (input == null ? limit : input.getStreamPosition()) - (limit - position) - size;
        return new CodesEnd(start, (Byte.SIZE - rest) % Byte.SIZE, repeated(rest));
    }

    private int repeated(int rest) {
        if (position < 1 || isPair(position)) {
            return CodesEnd.NONE;
        }
        boolean again = position > 1 && buffer[position - 1] == buffer[position - 2] && !isPair(position - 1);
        return rest > 0 || again ? buffer[position - 1] & FF : CodesEnd.NONE;
    }

    /** Where the codes of the interval end that was ended last. */
    CodesEnd end() {
        return end;
    }

    /**
     * Goes to the next marker, from a byte's beginning.
     *
     * @param stray takes the bytes before it
     * @return the marker; -1 when the file ends first
     */
    int marker(PassedBytes stray) throws IOException {
        while (position < limit || load()) {
            int value = buffer[position] & FF;
            if (value != FF) {
                stray.add(value);
                position++;
                continue;
            }
            int second = second();
            if (second == FF) {
                return -1;
            }
            if (second != 0) {
                return second;
            }
            stray.add(FF);
            stray.add(0);
            position += 2;
        }
        return -1;
    }

    /** Goes on behind the marker that it is at. */
    void passMarker() {
        position += 2;
    }

    /** Whether nothing is left but ones that fill up the last byte. */
    boolean isAtFilling() throws IOException {
        long kept = enough(word);
        int left = count(kept) - added;
        return ended && left >= 0 && left < Byte.SIZE && (left == 0 || kept >> Long.SIZE - left == -1);
    }

    /** Leaves the stream where the data ends. */
    void close() throws IOException {
        Input file = requireInput();
        file.seek(file.getStreamPosition() - (limit - position));
    }

    /** Fails when more bits have been taken than there are. */
    void requireBits() throws DamagedException {
        requireBits(word);
    }

    /** Fails when more bits have been taken from a word than there are. */
    void requireBits(long kept) throws DamagedException {
        if (added > 0 && count(kept) < added) {
            throw new DamagedException("its samples end too early");
        }
    }
}
