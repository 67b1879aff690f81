package dev.understudy.http.lease;

/** The right to use a service for one request; the service is not stopped before the permit is released. */
public interface Permit<T> {

    /** Returns the service. */
    T value();

    /** Releases the permit; further calls have no effect. */
    void release();
}
