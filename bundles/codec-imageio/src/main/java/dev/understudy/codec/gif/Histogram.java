package dev.understudy.codec.gif;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * How often each color is in an image, with 5 bits a component. Boxes of colors are cut in two, always the one whose
 * colors differ most, until there are as many as the table may hold; the mean of each becomes a color.
 */
final class Histogram {

    private static final int BITS = 5;

    private final int[] counts = new int[1 << (3 * BITS)];
    /** Sums of the exact components of each cell: three in a row. */
    private final long[] sums = new long[3 << (3 * BITS)];

    private final int[] cells;

    Histogram(RgbPixels pixels) {
        for (int i = 0; i < pixels.count(); i++) {
            if (pixels.opaque(i)) {
                add(pixels.red(i), pixels.green(i), pixels.blue(i));
            }
        }
        int[] used = new int[counts.length];
        int size = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] > 0) {
                used[size++] = cell;
            }
        }
        cells = Arrays.copyOf(used, size);
    }

    private void add(int red, int green, int blue) {
        int shift = 8 - BITS;
        int cell = (red >> shift << (2 * BITS)) | (green >> shift << BITS) | (blue >> shift);
        counts[cell]++;
        sums[3 * cell] += red;
        sums[3 * cell + 1] += green;
        sums[3 * cell + 2] += blue;
    }

    ColorTable reduce(int limit) {
        PriorityQueue<Box> boxes = new PriorityQueue<>(
                Comparator.comparingDouble((Box box) -> box.spread).reversed());
        boxes.add(new Box(0, cells.length));
        while (boxes.size() < limit && boxes.element().spread > 0) {
            Box box = boxes.remove();
            int cut = box.cut();
            boxes.add(new Box(box.start, cut));
            boxes.add(new Box(cut, box.end));
        }
        return new ColorTable(boxes.stream().mapToInt(Box::mean).sorted().toArray());
    }

    private double component(int cell, int component) {
        return (double) sums[3 * cell + component] / counts[cell];
    }

    /** A stretch of the cells. */
    private final class Box {

        private static final double[] WEIGHTS = {2, 4, 1};

        private final int start;
        private final int end;
        private final double[] means = new double[3];
        private int widest;
        private final double spread;

        Box(int start, int end) {
            this.start = start;
            this.end = end;
            long count = 0;
            double[] squares = new double[3];
            for (int i = start; i < end; i++) {
                count += counts[cells[i]];
                for (int c = 0; c < 3; c++) {
                    means[c] += sums[3 * cells[i] + c];
                    squares[c] += component(cells[i], c) * sums[3 * cells[i] + c];
                }
            }
            double most = 0;
            for (int c = 0; c < 3; c++) {
                double variance = (squares[c] - means[c] * means[c] / count) * WEIGHTS[c];
                means[c] /= count;
                if (variance > most) {
                    most = variance;
                    widest = c;
                }
            }
            spread = end - start > 1 ? most : 0;
        }

        /** Sorts the cells along the widest component and cuts at its mean; both sides get at least one. */
        int cut() {
            Integer[] sorted = new Integer[end - start];
            Arrays.setAll(sorted, i -> cells[start + i]);
            Arrays.sort(sorted, Comparator.comparingDouble(cell -> component(cell, widest)));
            int cut = 1;
            for (int i = 0; i < sorted.length; i++) {
                cells[start + i] = sorted[i];
                if (component(sorted[i], widest) < means[widest]) {
                    cut = i + 1;
                }
            }
            return start + Math.min(cut, sorted.length - 1);
        }

        int mean() {
            return (int) Math.round(means[0]) << 16 | (int) Math.round(means[1]) << 8 | (int) Math.round(means[2]);
        }
    }
}
