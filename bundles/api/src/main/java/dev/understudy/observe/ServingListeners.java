package dev.understudy.observe;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners that there are at the moment, as one. Costs a look at a field when there are none. Safe for many threads. */
public final class ServingListeners implements ServingListener {

    private static final Logger LOG = LoggerFactory.getLogger(ServingListeners.class);
    private static final ServingListener[] NONE = {};

    private volatile ServingListener[] listeners = NONE;

    /** Adds a listener. */
    public synchronized void add(ServingListener listener) {
        ServingListener[] more = Arrays.copyOf(listeners, listeners.length + 1);
        more[more.length - 1] = listener;
        listeners = more;
    }

    /** Removes a listener, if it is there. */
    public synchronized void remove(ServingListener listener) {
        listeners = Arrays.stream(listeners).filter(each -> each != listener).toArray(ServingListener[]::new);
    }

    /** Returns whether nobody listens, so that nothing need be measured. */
    public boolean isEmpty() {
        return listeners.length == 0;
    }

    @Override
    public void onRequest(String method, String mount, int status, long nanos, @Nullable AccessRecord accessRecord) {
        for (ServingListener listener : listeners) {
            try {
                listener.onRequest(method, mount, status, nanos, accessRecord);
            } catch (RuntimeException | LinkageError e) {
                drop(listener, e);
            }
        }
    }

    @Override
    public void onCanceledRequest() {
        for (ServingListener listener : listeners) {
            try {
                listener.onCanceledRequest();
            } catch (RuntimeException | LinkageError e) {
                drop(listener, e);
            }
        }
    }

    @Override
    public void onWork(WorkStep step, String format, long nanos, long pixels) {
        for (ServingListener listener : listeners) {
            try {
                listener.onWork(step, format, nanos, pixels);
            } catch (RuntimeException | LinkageError e) {
                drop(listener, e);
            }
        }
    }

    /** No request pays for what a listener does. */
    private void drop(ServingListener listener, Throwable failure) {
        remove(listener);
        LOG.error(
                "The listener {} is told no more, since it failed",
                listener.getClass().getName(),
                failure);
    }
}
