package dev.understudy.codec.jpeg.decode;

import java.util.Map;

/** Blocks of a component that are to be transformed together: so many batches that handing them over is worth it. */
final class WaitingBlocks {

    private static final int BATCHES = 8;

    private final ComponentSamples target;
    private final int[][] coefficients;
    private final int[][] blocksX = new int[BATCHES][InverseTransform.BLOCKS];
    private final int[][] blocksY = new int[BATCHES][InverseTransform.BLOCKS];
    private final int[] counts = new int[BATCHES];
    private int batches;

    WaitingBlocks(ComponentSamples target) {
        this.target = target;
        coefficients = new int[BATCHES][target.newTransform().length()];
    }

    /** Takes over a batch of blocks that have been set in a transform. */
    void add(InverseTransform transform, int[] x, int[] y, int count) {
        transform.moveTo(coefficients[batches]);
        System.arraycopy(x, 0, blocksX[batches], 0, count);
        System.arraycopy(y, 0, blocksY[batches], 0, count);
        counts[batches] = count;
        batches++;
    }

    boolean isFull() {
        return batches == BATCHES;
    }

    /**
     * Makes samples of them, and forgets them.
     *
     * @param transforms those of the present thread, by component
     */
    void transform(Map<ComponentSamples, InverseTransform> transforms) {
        InverseTransform transform = transforms.computeIfAbsent(target, ComponentSamples::newTransform);
        for (int i = 0; i < batches; i++) {
            transform.moveFrom(coefficients[i]);
            target.put(transform, counts[i], blocksX[i], blocksY[i]);
        }
        batches = 0;
    }

    /** Whose samples they become. */
    ComponentSamples target() {
        return target;
    }
}
