package dev.understudy.http.lease;

/** A request that waits for a service without a thread. One of the methods is called, once, on a thread that may block. */
public interface PendingRequest<T> {

    /** Called when the service is back. */
    void resume(Permit<T> permit);

    /** Called when the service did not come back in time. */
    void expire();
}
