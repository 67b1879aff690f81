package dev.understudy.redirect.exchange;

import dev.understudy.failure.Failure;
import dev.understudy.redirect.breaker.BreakerPermit;
import dev.understudy.redirect.upstream.Upstream;

/** Listens for the end of one {@link UpstreamExchange}: exactly one of these methods is called, once. */
interface ExchangeListener {

    /** Called when the client has the whole answer. */
    void onAnswered();

    /** Called when the answer broke off after its first byte was sent to the client, or the client left in the middle. */
    void onBrokenOff(Throwable reason);

    /** Called when nothing has been sent to the client. */
    void onUnanswered(Failure failure);

    /**
     * Called when the server closed the connection before the request arrived, so that the same server may be asked again.
     *
     * @param permit of the request, and good for the next one too, since no outcome has been reported for it
     */
    void onStaleConnection(Upstream upstream, BreakerPermit permit);
}
