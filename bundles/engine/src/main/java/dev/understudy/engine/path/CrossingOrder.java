package dev.understudy.engine.path;

import java.util.Arrays;

/** Sorts crossings with what crosses there. They are nearly sorted from one height to the next, which is when this is fast. */
final class CrossingOrder {

    private CrossingOrder() {}

    /** Sorts the first {@code count} of both arrays by the first one. */
    static void sort(double[] places, int[] edges, int count) {
        long moves = 0;
        for (int i = 1; i < count; i++) {
            double place = places[i];
            int edge = edges[i];
            int to = i;
            for (; to > 0 && places[to - 1] > place; to--) {
                places[to] = places[to - 1];
                edges[to] = edges[to - 1];
                moves++;
            }
            places[to] = place;
            edges[to] = edge;
            if (moves > 8L * count + 64) {
                sortAll(places, edges, count);
                return;
            }
        }
    }

    private static void sortAll(double[] places, int[] edges, int count) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        double[] oldPlaces = Arrays.copyOf(places, count);
        int[] oldEdges = Arrays.copyOf(edges, count);
        Arrays.sort(order, (a, b) -> Double.compare(oldPlaces[a], oldPlaces[b]));
        for (int i = 0; i < count; i++) {
            places[i] = oldPlaces[order[i]];
            edges[i] = oldEdges[order[i]];
        }
    }
}
