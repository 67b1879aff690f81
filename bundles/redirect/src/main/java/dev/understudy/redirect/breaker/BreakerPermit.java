package dev.understudy.redirect.breaker;

/** Leave to send one request to a server behind a {@link Breaker}; only the first report about its outcome counts. */
public interface BreakerPermit {

    /**
     * Reports that the whole answer has arrived.
     *
     * @return whether that closed the breaker
     */
    boolean succeeded();

    /**
     * Reports that there was no answer, or a bad one.
     *
     * @return whether that opened the breaker
     */
    boolean failed();

    /** Reports that the answer waits for its client from now on, or goes on; as long as a probe waits, it holds up no other one. */
    void clientWaits(boolean waits);

    /** Reports that the request ended before the server could show whether it works. */
    void abandoned();
}
