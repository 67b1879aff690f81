package dev.understudy.http.lease;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts the users of one service, and can be closed to new ones. */
final class Lease<T> {

    private static final int CLOSED = 1 << 30;

    private final T value;
    /** The number of users and the closed bit, in one number, so that none enters between the last look and the closing. */
    private final AtomicInteger state = new AtomicInteger();

    private final CountDownLatch drained = new CountDownLatch(1);

    Lease(T value) {
        this.value = value;
    }

    T value() {
        return value;
    }

    /** Returns a permit to use the service, or null when the lease is closed. */
    @Nullable
    Permit<T> acquire() {
        while (true) {
            int seen = state.get();
            if ((seen & CLOSED) != 0) {
                return null;
            }
            if (state.compareAndSet(seen, seen + 1)) {
                return new Use();
            }
        }
    }

    /** Admits no more users and waits for the present ones; returns false when some were left. */
    boolean closeAndDrain(Duration timeout) throws InterruptedException {
        if (state.getAndUpdate(seen -> seen | CLOSED) == 0) {
            drained.countDown();
        }
        return drained.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A permit, which is set once it is released. */
    private final class Use extends AtomicBoolean implements Permit<T> {

        private static final long serialVersionUID = 1L;

        @Override
        public T value() {
            return value;
        }

        @Override
        public void release() {
            if (compareAndSet(false, true) && state.decrementAndGet() == CLOSED) {
                drained.countDown();
            }
        }
    }
}
