package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.Markers;
import org.jspecify.annotations.Nullable;

/** What the segments so far have defined: codes, steps of quantization and the restart interval. */
public final class DecodingTables {

    private static final int TABLES = 4;
    private static final int COEFFICIENTS = 64;

    private final @Nullable CodeSpec[] dcCodes;
    private final @Nullable CodeSpec[] acCodes;
    private final int[] @Nullable [] steps;
    private int interval;

    /** Tables of which none is defined yet. */
    public DecodingTables() {
        this(new CodeSpec[TABLES], new CodeSpec[TABLES], new int[TABLES][], 0);
    }

    private DecodingTables(
            @Nullable CodeSpec[] dcCodes, @Nullable CodeSpec[] acCodes, int[] @Nullable [] steps, int interval) {
        this.dcCodes = dcCodes;
        this.acCodes = acCodes;
        this.steps = steps;
        this.interval = interval;
    }

    /** The present state, which later segments do not change. */
    DecodingTables copy() {
        return new DecodingTables(dcCodes.clone(), acCodes.clone(), steps.clone(), interval);
    }

    /** Takes a segment, if it defines something. */
    public void read(int marker, byte[] segment) throws DamagedException {
        switch (marker) {
            case Markers.DHT -> readCodes(segment);
            case Markers.DQT -> readSteps(segment);
            case Markers.DRI -> readInterval(segment);
            default -> {}
        }
    }

    private void readCodes(byte[] segment) throws DamagedException {
        int at = 0;
        while (at < segment.length) {
            int kind = segment[at] >> 4;
            CodeSpec spec = new CodeSpec(segment, at + 1);
            if (kind < 0 || kind > 1) {
                throw new DamagedException("a table of codes for nothing");
            }
            (kind == 0 ? dcCodes : acCodes)[number(segment[at])] = spec;
            at += 1 + spec.size();
        }
    }

    private void readSteps(byte[] segment) throws DamagedException {
        int at = 0;
        while (at < segment.length) {
            boolean words = (segment[at] & 0xf0) != 0;
            int size = words ? 2 : 1;
            if (at + 1 + COEFFICIENTS * size > segment.length) {
                throw new DamagedException("a table of its steps is cut short");
            }
            int[] table = new int[COEFFICIENTS];
            for (int i = 0; i < COEFFICIENTS; i++) {
                int from = at + 1 + i * size;
                table[i] = words ? word(segment, from) : segment[from] & 0xff;
            }
            steps[number(segment[at])] = table;
            at += 1 + COEFFICIENTS * size;
        }
    }

    private void readInterval(byte[] segment) throws DamagedException {
        if (segment.length != 2) {
            throw new DamagedException("its restart interval is no number");
        }
        interval = word(segment, 0);
    }

    private static int number(byte value) throws DamagedException {
        if ((value & 0xf) >= TABLES) {
            throw new DamagedException("a table of a number that none can have");
        }
        return value & 0xf;
    }

    /** Units between restart markers; 0 for none. */
    int interval() {
        return interval;
    }

    CodeTable dcTable(int number) throws DamagedException {
        return CodeTable.dc(require(dcCodes, number));
    }

    CodeTable acTable(int number) throws DamagedException {
        return CodeTable.ac(require(acCodes, number));
    }

    /** A table of steps, in zigzag order. */
    int[] steps(int number) throws DamagedException {
        return require(steps, number);
    }

    /** The same; null when it is not defined. */
    public int @Nullable [] stepsOrNull(int number) {
        return number < TABLES ? steps[number] : null;
    }

    private static <T> T require(@Nullable T[] tables, int number) throws DamagedException {
        T table = number < TABLES ? tables[number] : null;
        if (table == null) {
            throw new DamagedException("it lacks a table that it uses");
        }
        return table;
    }

    private static int word(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) << 8 | (bytes[offset + 1] & 0xff);
    }
}
