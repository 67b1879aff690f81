package dev.understudy.codec.jpeg.decode;

/** Gathers the blocks of a component until there are enough of them to be transformed together. */
final class BlockBatch {

    private final InverseTransform transform;
    private final ComponentSamples target;
    private final int[] blocksX = new int[InverseTransform.BLOCKS];
    private final int[] blocksY = new int[InverseTransform.BLOCKS];
    private int count;

    /** Blocks whose samples go to a component. */
    BlockBatch(ComponentSamples target) {
        this.target = target;
        transform = new InverseTransform(
                target.layout().x().samples(), target.layout().y().samples());
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
            flush();
        }
    }

    /** Makes samples of the blocks that have been added. */
    void flush() {
        if (count > 0) {
            transform.run();
            for (int i = 0; i < count; i++) {
                target.put(transform, i, blocksX[i], blocksY[i]);
            }
            count = 0;
        }
    }
}
