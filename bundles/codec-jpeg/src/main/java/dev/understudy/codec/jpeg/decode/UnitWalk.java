package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.codec.jpeg.syntax.Markers;
import java.io.IOException;
import java.io.InterruptedIOException;

/** Walks through the units of a scan, from one restart marker to the next. */
final class UnitWalk {

    private static final int MARKERS = Markers.RST7 - Markers.RST0 + 1;

    private final FrameScan scan;
    private final CodeReader bits;
    private final Doubts doubts;
    private final boolean lenient;
    private final UnitTask task;

    /** Decodes the units of a scan. */
    interface UnitTask {

        /** Forgets what has been predicted so far. */
        void restart();

        /** Decodes units of a row: from one column on, before another. */
        void decode(int row, int from, int to) throws IOException;

        /** How many units have been decoded so far. */
        long decoded();

        /** Whether what comes behind the codes can be told to be codes of further units. */
        default boolean goesOn(CodesEnd end) throws IOException {
            return false;
        }

        /** Ends the scan. */
        void finish() throws IOException;
    }

    UnitWalk(FrameScan scan, CodeReader bits, UnitTask task, Doubts doubts, boolean lenient) {
        this.scan = scan;
        this.bits = bits;
        this.task = task;
        this.doubts = doubts;
        this.lenient = lenient;
    }

    /** Decodes all units; the stream goes on at the marker behind them. How many were decoded. */
    long walk() throws IOException {
        long total = (long) scan.across() * scan.down();
        int interval = scan.tables().interval();
        long length = interval == 0 ? total : interval;
        int restarts = 0;
        for (long start = 0; start < total; start += length) {
            if (start > 0) {
                int lost = restart(restarts);
                if (lost < 0) {
                    break;
                }
                start += lost * length;
                restarts += lost + 1;
            }
            walkInterval(Math.min(start, total), Math.min(start + length, total));
        }
        task.finish();
        end();
        bits.close();
        return task.decoded();
    }

    /** Decodes units of a row, which begin where the reader is: from one column on, before another. Nothing is forgiven. */
    void walkRow(int row, int from, int to) throws IOException {
        int interval = scan.tables().interval();
        long start = (long) row * scan.across();
        long first = start + from;
        for (long unit = first; unit < start + to; ) {
            if (interval > 0 && unit > first && unit % interval == 0) {
                passMarker((int) (unit / interval) - 1);
                task.restart();
            }
            long end = interval == 0 ? start + to : Math.min(start + to, (unit / interval + 1) * interval);
            requireWanted();
            task.decode(row, (int) (unit - start), (int) (end - start));
            unit = end;
        }
    }

    private void passMarker(int restarts) throws IOException {
        bits.endByte();
        if (bits.marker(new PassedBytes()) != Markers.RST0 + restarts % MARKERS) {
            throw new DamagedException("its samples end too early");
        }
        bits.passMarker();
    }

    private void walkInterval(long start, long end) throws IOException {
        task.restart();
        try {
            long unit = start;
            while (unit < end) {
                int column = (int) (unit % scan.across());
                int count = (int) Math.min(scan.across() - column, end - unit);
                requireWanted();
                task.decode((int) (unit / scan.across()), column, column + count);
                unit += count;
            }
        } catch (DamagedException e) {
            if (!lenient) {
                throw e;
            }
        }
    }

    /** Fails when the thread has been interrupted. */
    static void requireWanted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("nobody wants it any more");
        }
    }

    /** Goes behind the next restart marker; how many intervals are lost before it, less than 0 for all. */
    private int restart(int restarts) throws IOException {
        int marker = endInterval(false);
        boolean expected = marker == Markers.RST0 + restarts % MARKERS;
        if (!expected && !lenient) {
            throw new DamagedException("its samples end too early");
        }
        if (!Markers.isRestart(marker)) {
            return -1;
        }
        bits.passMarker();
        return Math.floorMod(marker - Markers.RST0 - restarts, MARKERS);
    }

    private void end() throws IOException {
        int marker = endInterval(true);
        while (Markers.isRestart(marker)) {
            bits.passMarker();
            PassedBytes stray = new PassedBytes();
            marker = bits.marker(stray);
            if (!lenient && !stray.isEmpty()) {
                throw new DamagedException("it has more samples than its size");
            }
        }
    }

    private boolean isLeftOver(PassedBytes stray) throws IOException {
        return bits.end().goesOnAs(stray) || !stray.areAlike() && task.goesOn(bits.end());
    }

    private int endInterval(boolean last) throws IOException {
        if (!bits.endByte()) {
            doubts.addOddCodes();
        }
        PassedBytes stray = new PassedBytes();
        int marker = bits.marker(stray);
        if (isLeftOver(stray)) {
            doubts.addOddCodes();
        }
        doubts.add(stray, last && (marker < 0 || Markers.isEnd(marker)));
        return marker;
    }
}
