package dev.understudy.codec.jpeg.decode;

import dev.understudy.image.IdleProcessors;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Blocks that wait for an idle processor to transform them, while the present thread reads codes. Their number is limited: when none is
 * free, or no processor is idle, whoever has blocks transforms them himself.
 */
final class TransformQueue implements AutoCloseable {

    /** Fewer blocks are not worth a helper; those that wait take less memory than the samples of so many. */
    private static final long LEAST_BLOCKS = 1 << 15;

    /** Of each component. */
    private static final int MOST_WAITING = 4;

    /** A helper that waits for blocks is not woken: that would cost the reader of codes more than waiting costs. */
    private static final long PAUSE = 50_000;

    private final Queue<WaitingBlocks> waiting = new ConcurrentLinkedQueue<>();
    private final Map<ComponentSamples, Queue<WaitingBlocks>> free = new HashMap<>();
    private final IdleProcessors.@Nullable Running helper;
    private volatile boolean helped;
    private volatile boolean complete;

    /**
     * A queue for a scan.
     *
     * @param blocks how many blocks are wanted
     * @param targets whose samples they become
     */
    TransformQueue(IdleProcessors processors, long blocks, Iterable<ComponentSamples> targets) {
        for (ComponentSamples target : targets) {
            free.put(target, new ConcurrentLinkedQueue<>());
        }
        helped = blocks >= LEAST_BLOCKS;
        helper = helped ? processors.start(this::help) : null;
        if (helper == null) {
            helped = false;
            return;
        }
        free.forEach((target, queue) -> {
            for (int i = 0; i < MOST_WAITING; i++) {
                queue.add(new WaitingBlocks(target));
            }
        });
    }

    /** Memory for blocks that are to wait; null when whoever has them is to transform them. */
    @Nullable
    WaitingBlocks take(ComponentSamples target) {
        return helped ? queue(target).poll() : null;
    }

    private Queue<WaitingBlocks> queue(ComponentSamples target) {
        return Objects.requireNonNull(free.get(target));
    }

    /** Has blocks transformed. */
    void add(WaitingBlocks blocks) {
        waiting.add(blocks);
    }

    private void help(BooleanSupplier idle) {
        Map<ComponentSamples, InverseTransform> transforms = new HashMap<>();
        try {
            while (idle.getAsBoolean()) {
                // asked before, so that nothing is added behind an empty queue
                boolean last = complete;
                WaitingBlocks blocks = waiting.poll();
                if (blocks != null) {
                    blocks.transform(transforms);
                    queue(blocks.target()).add(blocks);
                } else if (last) {
                    return;
                } else {
                    LockSupport.parkNanos(PAUSE);
                }
            }
        } finally {
            helped = false;
        }
    }

    /** Waits until all blocks are transformed. */
    @Override
    public void close() {
        complete = true;
        Map<ComponentSamples, InverseTransform> transforms = new HashMap<>();
        for (WaitingBlocks blocks = waiting.poll(); blocks != null; blocks = waiting.poll()) {
            blocks.transform(transforms);
        }
        if (helper != null) {
            helper.await();
        }
    }
}
