package dev.understudy.codec.palette;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Finds colors that suit an image. Boxes of its colors are cut in two, always the one whose colors differ most, until there are as
 * many as the palette may hold; the mean of each becomes a color. Then each color moves to the mean of those that are nearest to
 * it, some times.
 */
final class ColorBoxes {

    private static final int COMPONENTS = Premultiplied.COMPONENTS;
    private static final int ROUNDS = 3;
    /** Means of colors that hardly differ from opaque ones are opaque. */
    private static final double NEARLY_OPAQUE = 250;

    private final ColorCells cells;
    private final int[] order;

    ColorBoxes(ColorCells cells) {
        this.cells = cells;
        this.order = IntStream.range(0, cells.size()).toArray();
    }

    /** At most so many premultiplied colors, in no order, none if there are no cells. */
    int[] colors(int most) {
        if (most == 0 || cells.size() == 0) {
            return new int[0];
        }
        PriorityQueue<Box> boxes = new PriorityQueue<>(
                Comparator.comparingDouble((Box box) -> box.spread).reversed());
        boxes.add(new Box(0, order.length));
        while (boxes.size() < most && boxes.element().spread > 0) {
            Box box = boxes.remove();
            int cut = box.cut();
            boxes.add(new Box(box.start, cut));
            boxes.add(new Box(cut, box.end));
        }
        return moved(List.copyOf(boxes));
    }

    private int[] moved(List<Box> boxes) {
        double[] means =
                boxes.stream().flatMapToDouble(box -> Arrays.stream(box.means)).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            move(means);
        }
        int[] colors = new int[boxes.size()];
        Arrays.setAll(colors, i -> rounded(means, i * COMPONENTS));
        return colors;
    }

    /** Moves each color to the mean of the cells that are nearest to it; one that is nearest to none stays. */
    private void move(double[] means) {
        double[] sums = new double[means.length];
        long[] counts = new long[means.length / COMPONENTS];
        for (int cell = 0; cell < cells.size(); cell++) {
            int nearest = nearest(means, cell);
            counts[nearest] += cells.count(cell);
            for (int c = 0; c < COMPONENTS; c++) {
                sums[nearest * COMPONENTS + c] += cells.mean(cell, c) * cells.count(cell);
            }
        }
        for (int i = 0; i < means.length; i++) {
            if (counts[i / COMPONENTS] > 0) {
                means[i] = sums[i] / counts[i / COMPONENTS];
            }
        }
    }

    private int nearest(double[] means, int cell) {
        double red = cells.mean(cell, 0);
        double green = cells.mean(cell, 1);
        double blue = cells.mean(cell, 2);
        double alpha = cells.mean(cell, 3);
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < means.length; i += COMPONENTS) {
            double distance = Premultiplied.weight(0) * square(red - means[i])
                    + Premultiplied.weight(1) * square(green - means[i + 1])
                    + Premultiplied.weight(2) * square(blue - means[i + 2])
                    + Premultiplied.weight(3) * square(alpha - means[i + 3]);
            if (distance < least) {
                least = distance;
                best = i / COMPONENTS;
            }
        }
        return best;
    }

    private static double square(double value) {
        return value * value;
    }

    private static int rounded(double[] means, int at) {
        double alpha = means[at + 3] >= NEARLY_OPAQUE ? 255 : means[at + 3];
        return Premultiplied.color(
                (int) Math.round(means[at]), (int) Math.round(means[at + 1]), (int) Math.round(means[at + 2]), (int)
                        Math.round(alpha));
    }

    /** A stretch of the cells. */
    private final class Box {

        private final int start;
        private final int end;
        private final double[] means = new double[COMPONENTS];
        private int widest;
        private final double spread;

        Box(int start, int end) {
            this.start = start;
            this.end = end;
            double count = 0;
            double[] squares = new double[COMPONENTS];
            for (int i = start; i < end; i++) {
                int weight = cells.count(order[i]);
                count += weight;
                for (int c = 0; c < COMPONENTS; c++) {
                    double mean = cells.mean(order[i], c);
                    means[c] += mean * weight;
                    squares[c] += mean * mean * weight;
                }
            }
            double most = 0;
            for (int c = 0; c < COMPONENTS; c++) {
                double variance = (squares[c] - means[c] * means[c] / count) * Premultiplied.weight(c);
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
            Arrays.setAll(sorted, i -> order[start + i]);
            Arrays.sort(sorted, Comparator.comparingDouble(cell -> cells.mean(cell, widest)));
            int cut = 1;
            for (int i = 0; i < sorted.length; i++) {
                order[start + i] = sorted[i];
                if (cells.mean(sorted[i], widest) < means[widest]) {
                    cut = i + 1;
                }
            }
            return start + Math.min(cut, sorted.length - 1);
        }
    }
}
