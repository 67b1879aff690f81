package dev.understudy.http.lease;

/** The right to use a service for one request; it stays until the permit is given back. */
public interface Permit<T> {

    /** The service. */
    T value();

    /** Gives the permit back; further calls do nothing. */
    void release();
}
