package dev.understudy.redirect.proxy;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * One request that {@link SecondaryProxy} sends to its server: says how to send it, and is told of each step of the answer. As a
 * callback it completes when the client has the whole answer, and fails when there is none or it broke off.
 */
public interface ProxyExchange extends Request, Callback {

    /** Returns the value of the answer's header that names what stands in for the image. */
    String standIn();

    /** Returns whether only a connection will do that has not been used before. */
    boolean needsFreshConnection();

    /** Called with the request to the server before it is sent. */
    void onPrepared(org.eclipse.jetty.client.Request prepared);

    /** Called when the request has got a connection. */
    void onConnected();

    /** Returns whether the request has got a connection. */
    boolean isConnected();

    /** Ends the request to the server; without effect when it has ended. */
    void abort(Throwable reason);

    /**
     * Called when there is something to send to the client: bytes, or the end of an answer without any.
     *
     * @return whether this is the first call
     */
    boolean onAnswerBegin();

    /** Called with the entity tag of the answer, if it has one. */
    void onEntityTag(String tag);

    /** Called when only the end of its connection will tell the client that it has the whole answer. */
    void onUndelimitedAnswer();

    /** Called when the answer begins to wait for a client that reads slowly, and when it goes on. */
    void onClientWait(boolean waits);

    /** Called when the last byte of the answer has arrived; perhaps more than once. */
    void onAnswerReceived();
}
