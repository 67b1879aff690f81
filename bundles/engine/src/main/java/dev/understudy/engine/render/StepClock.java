package dev.understudy.engine.render;

import dev.understudy.observe.ServingListener.WorkStep;
import dev.understudy.observe.ServingListeners;

/** Tells listeners how long the steps of one image took, one after the other. Belongs to one thread. */
final class StepClock {

    private final ServingListeners listeners;
    private long begin = System.nanoTime();

    /** Starts with the first step. */
    StepClock(ServingListeners listeners) {
        this.listeners = listeners;
    }

    /** Tells of a step that has ended; the next one begins. */
    void ended(WorkStep step, String format, long pixels) {
        long now = System.nanoTime();
        listeners.onWork(step, format, now - begin, pixels);
        begin = now;
    }
}
