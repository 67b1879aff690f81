package dev.understudy.cache.cluster.grid;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Breaks off a start of Hazelcast, which takes seconds on a busy machine and half a minute where others do not answer. The thread that starts says how far it is;
 * another one may break off.
 */
class StartBreaker {

    private static final Logger LOG = LoggerFactory.getLogger(StartBreaker.class);

    private @Nullable Runnable end;
    private boolean broken;

    /** Ends the start that goes on and those to come: at once while the node looks for others, which may take a while, else at its next step. */
    final void breakOff() {
        Runnable present;
        synchronized (this) {
            broken = true;
            present = end;
        }
        if (present != null) {
            try {
                present.run();
            } catch (RuntimeException e) {
                LOG.warn("The start of Hazelcast is not broken off, and ends by itself", e);
            }
        }
    }

    /**
     * Marks a step of the start, at which nothing has been begun that would be left behind.
     *
     * @throws BrokenStartException if the start has been broken off
     */
    synchronized void step() {
        if (broken) {
            throw new BrokenStartException();
        }
    }

    /**
     * Marks the step from which on a node looks for others.
     *
     * @param shutdown ends the node
     */
    synchronized void joining(Runnable shutdown) {
        end = shutdown;
        step();
    }

    /** Marks the step at which a node has found others, or none. */
    final synchronized void joined() {
        end = null;
        step();
    }

    /** Says that a start is over, however that came: there is nothing to break off. */
    final synchronized void over() {
        end = null;
    }

    /** Says that a start has been broken off; without a stack trace, since Hazelcast logs whatever ends its start. */
    static final class BrokenStartException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private BrokenStartException() {
            super("this server is about to stop", null, false, false);
        }
    }
}
