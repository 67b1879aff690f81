package dev.understudy.cache.cluster.grid;

import com.hazelcast.instance.impl.Node;
import org.jspecify.annotations.Nullable;

/**
 * Breaks off a start of Hazelcast, which takes seconds on a busy machine and half a minute where others do not answer. The thread that starts says how far it is;
 * another one may break off.
 */
class StartBreaker {

    private @Nullable Node joining;
    private boolean broken;

    /** Ends the start that goes on and those to come: at once while the node looks for others, else at its next step. */
    final void breakOff() {
        Node present;
        synchronized (this) {
            broken = true;
            present = joining;
        }
        if (present != null) {
            present.shutdown(true);
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

    /** Marks the step from which on a node looks for others. */
    final synchronized void joining(Node node) {
        joining = node;
        step();
    }

    /** Marks the step at which a node has found others, or none. */
    final synchronized void joined() {
        joining = null;
        step();
    }

    /** Says that a start has been broken off; without a stack trace, since Hazelcast logs whatever ends its start. */
    static final class BrokenStartException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private BrokenStartException() {
            super("this server is about to stop", null, false, false);
        }
    }
}
