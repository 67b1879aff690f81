package dev.understudy.codec.meta;

import dev.understudy.codec.io.DamagedException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** A directory of a TIFF file (classic or BigTIFF) or of EXIF data. */
public final class TiffDirectory {

    private static final int MAGIC = 42;
    private static final int BIG_MAGIC = 43;

    /** Bytes of a value by its type number 0..18; 0 for types that do not exist. */
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private static final int BYTE = 1;
    private static final int ASCII = 2;
    private static final int SIGNED_BYTE = 6;
    private static final int RATIONAL = 5;

    private final ImageInputStream input;
    private final boolean big;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final Set<Integer> misfits = new HashSet<>();
    private long start;
    private long end;
    private long next;

    private record Entry(int type, long count, long position) {}

    private TiffDirectory(ImageInputStream input, boolean big) {
        this.input = input;
        this.big = big;
    }

    /**
     * Reads the first directory; the values are read when they are asked for.
     *
     * @throws IOException when there is none
     */
    public static TiffDirectory first(ImageInputStream input) throws IOException {
        return first(input, false);
    }

    /**
     * Reads as many of the first directory's entries as are there, however many it promises.
     *
     * @throws IOException when there is none
     */
    public static TiffDirectory start(ImageInputStream input) throws IOException {
        return first(input, true);
    }

    private static TiffDirectory first(ImageInputStream input, boolean incomplete) throws IOException {
        input.seek(0);
        input.setByteOrder(ByteOrder.BIG_ENDIAN);
        int order = input.readUnsignedShort();
        if (order != 0x4949 && order != 0x4d4d) {
            throw new DamagedException("it has no TIFF header");
        }
        input.setByteOrder(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int magic = input.readUnsignedShort();
        boolean big = magic == BIG_MAGIC;
        if (!big && magic != MAGIC) {
            throw new DamagedException("it has no TIFF header");
        }
        if (big) {
            input.readInt(); // the size of offsets, always 8, and two bytes of nothing
        }
        TiffDirectory directory = new TiffDirectory(input, big);
        directory.load(big ? input.readLong() : input.readUnsignedInt(), incomplete);
        return directory;
    }

    /**
     * Reads another directory of the same file.
     *
     * @throws IOException when there is none
     */
    public TiffDirectory at(long position) throws IOException {
        TiffDirectory directory = new TiffDirectory(input, big);
        directory.load(position, false);
        return directory;
    }

    /** Where the directory of the next page is; 0 when there is none. */
    public long next() {
        return next;
    }

    private void load(long position, boolean incomplete) throws IOException {
        start = position;
        input.seek(requireInside(start));
        long count = big ? input.readLong() : input.readUnsignedShort();
        if (count < 1 || count > 0xffff) {
            throw new DamagedException("a directory of " + count + " entries");
        }
        for (int i = 0; i < count; i++) {
            if (incomplete && input.getStreamPosition() + (big ? 20 : 12) > input.length()) {
                return;
            }
            loadEntry();
        }
        end = input.getStreamPosition();
        if (input.getStreamPosition() + (big ? Long.BYTES : Integer.BYTES) <= input.length()) {
            next = big ? input.readLong() : input.readUnsignedInt();
        }
    }

    private void loadEntry() throws IOException {
        int tag = input.readUnsignedShort();
        int type = input.readUnsignedShort();
        long count = big ? input.readLong() : input.readUnsignedInt();
        long here = input.getStreamPosition();
        int room = big ? 8 : 4;
        long offset = big ? input.readLong() : input.readUnsignedInt();
        int size = type < TYPE_SIZES.length ? TYPE_SIZES[type] : 0;
        if (size > 0 && count > 0 && count <= Integer.MAX_VALUE) {
            entries.putIfAbsent(tag, new Entry(type, count, count * size <= room ? here : offset));
        }
        long rest =
                order() == ByteOrder.LITTLE_ENDIAN ? offset >>> Byte.SIZE : offset & (1L << Byte.SIZE * (room - 1)) - 1;
        boolean single = count == 1 && (type == BYTE || type == SIGNED_BYTE);
        if (size == 0 || count < 1 || count > Integer.MAX_VALUE || single && rest != 0) {
            misfits.add(tag);
        }
    }

    /**
     * Whether an entry of the tag is of a type that does not exist, or of a number of values that cannot be, or has more bytes set than its
     * only one.
     */
    public boolean isMisfit(int tag) {
        return misfits.contains(tag);
    }

    /** Where the values of a tag begin, be that within the directory or elsewhere; 0 when it is not there. */
    public long position(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : entry.position();
    }

    /** How many bytes the values of a tag take, 0 when it is not there. */
    public long length(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : entry.count() * TYPE_SIZES[entry.type()];
    }

    /** Where the directory begins. */
    public long start() {
        return start;
    }

    /** Where the last of its entries ends. */
    public long end() {
        return end;
    }

    /** Whether the directory has the tag. */
    public boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** How many values a tag has, 0 when it is not there. */
    public long count(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : entry.count();
    }

    /** The first value of a tag of whole numbers. */
    public long value(int tag, long fallback) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type() == ASCII) {
            return fallback;
        }
        input.seek(requireInside(entry.position()));
        return readWhole(entry.type());
    }

    /** All values of a tag of whole numbers; none when it is not there. */
    public long[] values(int tag) throws IOException {
        return values(tag, Integer.MAX_VALUE);
    }

    /** The first values of a tag of whole numbers, as many as there are up to a limit; none when it is not there. */
    public long[] values(int tag, int most) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return new long[0];
        }
        int count = (int) Math.min(most, entry.count());
        requireInside(new Entry(entry.type(), count, entry.position()));
        input.seek(entry.position());
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = readWhole(entry.type());
        }
        return values;
    }

    /** The number of a tag's type; 0 when it is not there. */
    public int type(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : entry.type();
    }

    /** The order of the bytes of all numbers in the file. */
    public ByteOrder order() {
        return input.getByteOrder();
    }

    /** The first value of a tag of fractions; 0 when it is not there or makes no sense. */
    public double fraction(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type() != RATIONAL) {
            return 0;
        }
        input.seek(requireInside(entry.position()));
        return readFraction();
    }

    /** All values of a tag of fractions, those that make no sense as 0; none when it is not there. */
    public double[] fractions(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type() != RATIONAL) {
            return new double[0];
        }
        requireInside(entry);
        input.seek(entry.position());
        double[] values = new double[(int) entry.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readFraction();
        }
        return values;
    }

    private double readFraction() throws IOException {
        double numerator = input.readUnsignedInt();
        long denominator = input.readUnsignedInt();
        return denominator == 0 ? 0 : numerator / denominator;
    }

    /** The bytes of a tag; null when it is not there. */
    public byte @Nullable [] bytes(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return null;
        }
        requireInside(entry);
        byte[] bytes = new byte[(int) (entry.count() * TYPE_SIZES[entry.type()])];
        input.seek(entry.position());
        input.readFully(bytes);
        return bytes;
    }

    private long readWhole(int type) throws IOException {
        return switch (TYPE_SIZES[type]) {
            case 1 -> input.readUnsignedByte();
            case 2 -> input.readUnsignedShort();
            case 4 -> input.readUnsignedInt();
            default -> input.readLong();
        };
    }

    private void requireInside(Entry entry) throws IOException {
        requireInside(entry.position());
        if (entry.position() + entry.count() * TYPE_SIZES[entry.type()] > input.length()) {
            throw new DamagedException("the file ends too early");
        }
    }

    private long requireInside(long position) throws IOException {
        if (position < 0 || position >= input.length()) {
            throw new DamagedException("the file ends too early");
        }
        return position;
    }
}
