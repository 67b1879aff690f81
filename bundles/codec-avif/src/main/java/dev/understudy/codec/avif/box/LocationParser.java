package dev.understudy.codec.avif.box;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.io.Input;
import dev.understudy.codec.io.InputSegment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads where the bytes of items are: in the file, or in the box {@code idat}. */
final class LocationParser {

    private static final int IN_FILE = 0;
    private static final int IN_DATA = 1;

    private final long fileLength;
    private final FieldReader in;
    private final @Nullable IsoBox data;
    private final int version;
    private final int offsetSize;
    private final int lengthSize;
    private final int baseSize;
    private final int indexSize;

    private LocationParser(Input input, FieldReader in, @Nullable IsoBox data) throws IOException {
        this.fileLength = input.length();
        this.in = in;
        this.data = data;
        version = in.version();
        int sizes = in.u16();
        offsetSize = sizes >> 12;
        lengthSize = sizes >> 8 & 0xf;
        baseSize = sizes >> 4 & 0xf;
        indexSize = version > 0 ? sizes & 0xf : 0;
        if (version > 2 || Math.max(Math.max(offsetSize, lengthSize), Math.max(baseSize, indexSize)) > Long.BYTES) {
            throw new DamagedException("its locations are damaged");
        }
    }

    static Map<Long, List<InputSegment>> parse(Input input, FieldReader in, @Nullable IsoBox data) throws IOException {
        return new LocationParser(input, in, data).parse();
    }

    private Map<Long, List<InputSegment>> parse() throws IOException {
        long count = version < 2 ? in.u16() : in.u32();
        Map<Long, List<InputSegment>> locations = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            long id = version < 2 ? in.u16() : in.u32();
            locations.putIfAbsent(id, readItem());
        }
        return locations;
    }

    private List<InputSegment> readItem() throws IOException {
        int construction = version > 0 ? in.u16() & 0xf : IN_FILE;
        int outside = in.u16();
        long base = in.number(baseSize);
        int count = in.u16();
        List<InputSegment> extents = new ArrayList<>();
        long left = fileLength;
        for (int i = 0; i < count; i++) {
            in.number(indexSize);
            long offset = in.number(offsetSize);
            long length = in.number(lengthSize);
            if (construction <= IN_DATA && outside == 0) {
                InputSegment.OfFile extent = extent(construction, base, offset, length);
                left -= extent.length();
                extents.add(extent);
            }
        }
        if (left < 0) {
            throw new DamagedException("an item is larger than the file");
        }
        return extents;
    }

    /** A stretch of the file; one without a length goes on to the end. */
    private InputSegment.OfFile extent(int construction, long base, long offset, long length) throws IOException {
        long start = 0;
        long end = fileLength;
        if (construction == IN_DATA) {
            if (data == null) {
                throw new DamagedException("it has no box 'idat'");
            }
            start = data.start();
            end = data.end();
        }
        long room = end - start;
        boolean fits = base >= 0 && offset >= 0 && length >= 0 && base <= room && offset <= room - base;
        if (!fits || length > room - base - offset) {
            throw new DamagedException("the file ends too early");
        }
        long from = start + base + offset;
        return new InputSegment.OfFile(from, length == 0 ? end - from : length);
    }
}
