package dev.understudy.engine.resample;

import dev.understudy.image.IdleProcessors;
import dev.understudy.image.PartLoop;
import dev.understudy.image.Plane;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Planes that are scaled together, in one loop over the blocks of all of them: who is done with the last block of a plane goes on with the next
 * plane, and helpers are started once. For one thread, which processors that are idle may help.
 */
final class PlaneScalings {

    /** A block of rows of a plane. */
    private record PlaneBlock(ScalingWeights weights, PlaneScaling plane, int number) {}

    /** What has the wanted samples of each plane in the end. */
    private final List<PlaneResult> results = new ArrayList<>();

    private final List<PlaneBlock> blocks = new ArrayList<>();
    private int mostOfPlane;

    private interface PlaneResult {
        Plane scaled();
    }

    /** Adds a plane that need not be scaled. */
    void add(Plane plane) {
        results.add(() -> plane);
    }

    /** Adds a plane. */
    void add(ScalingWeights weights, PlaneScaling plane) {
        results.add(plane::scaled);
        mostOfPlane = Math.max(mostOfPlane, weights.blocks());
        for (int i = 0; i < weights.blocks(); i++) {
            blocks.add(new PlaneBlock(weights, plane, i));
        }
    }

    /**
     * Scales them.
     *
     * @param processors what may help where a plane has more than one block
     * @return the wanted samples of each plane that was added
     */
    List<Plane> run(IdleProcessors processors) {
        AtomicInteger helpers = new AtomicInteger(mostOfPlane - 1);
        // as many as memory is announced for, though blocks of several planes would keep more of them busy
        IdleProcessors some = helper -> helpers.getAndDecrement() > 0 ? processors.start(helper) : null;
        PartLoop.run(some, blocks.size(), BlockWorker::new);
        return results.stream().map(PlaneResult::scaled).toList();
    }

    /** Scales blocks, for one thread. Keeps what the last one was scaled by, and no other, for the memory that it takes. */
    private final class BlockWorker implements PartLoop.Worker {

        private @Nullable ScalingWeights weights;
        private @Nullable BlockScaler scaler;

        @Override
        public void work(int part) {
            PlaneBlock block = blocks.get(part);
            if (scaler == null || !block.weights().equals(weights)) {
                scaler = null;
                weights = block.weights();
                scaler = new BlockScaler(block.weights());
            }
            scaler.scale(block.plane(), block.number());
        }
    }
}
