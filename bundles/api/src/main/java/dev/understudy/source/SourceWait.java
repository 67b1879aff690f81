package dev.understudy.source;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of the times in which whoever reads a source waits for another server, so that others can have its turn meanwhile. */
@ConsumerType
public interface SourceWait {

    /** The listener that does nothing. */
    SourceWait NOBODY = new SourceWait() {
        @Override
        public void begins() {}

        @Override
        public void ends() {}
    };

    /** The thread that reads is going to wait; never throws. */
    void begins();

    /** The catalog that the thread reads for, whose share of fetches is used; empty when that is not known. */
    default String tenant() {
        return "";
    }

    /** The thread that reads has waited, and goes on when this returns; never throws. */
    void ends();
}
