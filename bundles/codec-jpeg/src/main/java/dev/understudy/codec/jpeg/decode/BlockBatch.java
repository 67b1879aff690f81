package dev.understudy.codec.jpeg.decode;

import org.jspecify.annotations.Nullable;

/** Gathers the blocks of a component until there are enough of them to be transformed together. */
final class BlockBatch {

    private final InverseTransform transform;
    private final @Nullable TransformQueue queue;
    private final ComponentSamples target;
    private final int[] blocksX = new int[InverseTransform.BLOCKS];
    private final int[] blocksY = new int[InverseTransform.BLOCKS];
    private @Nullable WaitingBlocks waiting;
    private int count;

    /** Blocks whose samples go to a component. */
    BlockBatch(ComponentSamples target) {
        this(target, null);
    }

    /**
     * Blocks whose samples go to a component.
     *
     * @param queue where they may wait for being transformed
     */
    BlockBatch(ComponentSamples target, @Nullable TransformQueue queue) {
        this.target = target;
        this.queue = queue;
        transform = target.newTransform();
    }

    /** Samples in a row of a block. */
    int across() {
        return target.layout().x().samples();
    }

    /** Rows of samples of a block. */
    int down() {
        return target.layout().y().samples();
    }

    /** Sets a coefficient of the next block, by its place there or {@link UsedPlaces#UNUSED}. */
    void set(int place, int value) {
        transform.set(count, place, value);
    }

    /** Forgets what has been set of the next block. */
    void drop() {
        transform.clear(count);
    }

    /**
     * Ends the next block.
     *
     * @param first its first coefficient
     * @param flat whether that is its only one
     */
    void add(int first, boolean flat, int blockX, int blockY) {
        if (flat) {
            target.fill(first + 4 >> 3, blockX, blockY);
            return;
        }
        transform.set(count, 0, first);
        blocksX[count] = blockX;
        blocksY[count] = blockY;
        if (++count == InverseTransform.BLOCKS) {
            transform();
        }
    }

    /** Ends the blocks: makes samples of those that have been added, or leaves that to the queue. */
    void flush() {
        transform();
        if (waiting != null && queue != null) {
            queue.add(waiting);
            waiting = null;
        }
    }

    private void transform() {
        if (count == 0) {
            return;
        }
        if (waiting == null && queue != null) {
            waiting = queue.take(target);
        }
        if (waiting == null) {
            target.put(transform, count, blocksX, blocksY);
        } else {
            waiting.add(transform, blocksX, blocksY, count);
        }
        count = 0;
        if (waiting != null && waiting.isFull()) {
            flush();
        }
    }
}
