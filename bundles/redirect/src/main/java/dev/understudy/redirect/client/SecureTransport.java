package dev.understudy.redirect.client;

import org.eclipse.jetty.alpn.java.client.JDK9ClientALPNProcessor;
import org.eclipse.jetty.client.HttpClientTransport;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** HTTP over TLS: HTTP/2 with servers that speak it, HTTP/1.1 with others. */
final class SecureTransport {

    /** What a server may send of one answer while the client of it does not read. */
    private static final int ANSWER_WINDOW = 256 * 1024;

    /** The bytes of all answers of a connection: so many that those which nobody reads do not hold up the others. */
    private static final int CONNECTION_WINDOW = 128 * ANSWER_WINDOW;

    private SecureTransport() {}

    static HttpClientTransport of(ClientConnector connector) {
        HTTP2Client http2 = new HTTP2Client(connector);
        http2.setInitialStreamRecvWindow(ANSWER_WINDOW);
        http2.setInitialSessionRecvWindow(CONNECTION_WINDOW);
        http2.setMaxConcurrentPushedStreams(0);
        return new HttpClientTransportDynamic(
                connector, HttpClientConnectionFactory.HTTP11, new ClientConnectionFactoryOverHTTP2.HTTP2(http2));
    }

    /**
     * Returns threads for such a client. Jetty looks for the part that knows Java's TLS by the class loader of the thread that connects; that
     * of the part itself finds it, in OSGi as elsewhere.
     */
    static QueuedThreadPool threads(int most) {
        return new QueuedThreadPool(most, 1) {
            @Override
            public Thread newThread(Runnable work) {
                Thread thread = super.newThread(work);
                thread.setContextClassLoader(JDK9ClientALPNProcessor.class.getClassLoader());
                return thread;
            }
        };
    }
}
