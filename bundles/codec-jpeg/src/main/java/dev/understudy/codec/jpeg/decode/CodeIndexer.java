package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.io.Input;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the index of a sequential frame while its codes are read. There is one when a single scan has all components, as nearly all files
 * have it.
 */
final class CodeIndexer {

    /** Units from one point to the next at least: to pass over half of them takes less time than to find a row. */
    private static final int LEAST_STEP = 16;

    /** Bytes that an index has at most, unless it has more rows than that. */
    private static final int LARGEST = 1 << 17;

    private final int components;
    private @Nullable CodeIndex index;
    private long start;
    private long end;
    private boolean unfit;

    /**
     * @param components of the frame
     */
    CodeIndexer(int components) {
        this.components = components;
    }

    /**
     * A task that does what another one does, and notes where it is meanwhile.
     *
     * @param begin where the codes begin in the file
     */
    UnitWalk.UnitTask watch(FrameScan scan, CodeReader bits, UnitWalk.UnitTask task, long begin) {
        unfit |= index != null || scan.components().size() != components;
        CodeIndex made = CodeIndex.blank(scan, step(scan));
        index = made;
        start = begin;
        return new WatchedTask(scan, bits, task, made);
    }

    private static int step(FrameScan scan) {
        int step = LEAST_STEP;
        while (CodeIndex.length(scan, step) > LARGEST && step < scan.across()) {
            step *= 2;
        }
        return step;
    }

    /** The index, once all codes have been found sound; no bytes when there is none. */
    byte[] index(Input input) throws IOException {
        CodeIndex made = index;
        if (unfit || made == null) {
            return new byte[0];
        }
        made.complete(input, start, end);
        return made.bytes();
    }

    private final class WatchedTask implements UnitWalk.UnitTask {

        private final FrameScan scan;
        private final CodeReader bits;
        private final UnitWalk.UnitTask task;
        private final CodeIndex made;
        private long rowStart;

        private WatchedTask(FrameScan scan, CodeReader bits, UnitWalk.UnitTask task, CodeIndex made) {
            this.scan = scan;
            this.bits = bits;
            this.task = task;
            this.made = made;
        }

        @Override
        public void restart() {
            task.restart();
        }

        @Override
        public void decode(int row, int from, int to) throws IOException {
            int column = from;
            while (column < to) {
                int next = column - column % made.step() + made.step();
                if (column % made.step() == 0) {
                    note(row, column / made.step());
                }
                task.decode(row, column, Math.min(next, to));
                column = next;
            }
        }

        private void note(int row, int point) throws IOException {
            long position = bits.bitPosition();
            if (point == 0) {
                rowStart = position;
                made.setRow(row, position);
            }
            unfit |= position - rowStart > Integer.MAX_VALUE - Byte.SIZE;
            made.setPoint(row, point, (int) (position - rowStart));
            for (int i = 0; i < scan.components().size(); i++) {
                int prediction = scan.components().get(i).prediction();
                unfit |= prediction != (short) prediction;
                made.setPrediction(row, point, i, prediction);
            }
        }

        @Override
        public long decoded() {
            return task.decoded();
        }

        @Override
        public boolean goesOn(CodesEnd codesEnd) throws IOException {
            return task.goesOn(codesEnd);
        }

        @Override
        public void finish() throws IOException {
            end = bits.bitPosition();
            task.finish();
        }
    }
}
