package dev.understudy.http.lease;

/** A request that waits for a service without a thread. One of the two methods is called, once, on a thread that may block. */
public interface PendingRequest<T> {

    /** The service is back. */
    void resume(Permit<T> permit);

    /** It did not come back in time. */
    void expire();
}
