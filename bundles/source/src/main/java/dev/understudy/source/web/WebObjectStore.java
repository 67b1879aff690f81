package dev.understudy.source.web;

import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.component.LifeCycle;

/** A web server whose files are objects, named by the paths of their URLs. */
final class WebObjectStore implements ObjectStore {

    private final HttpClient client;
    private final String origin;
    private final Duration timeout;

    /**
     * A store.
     *
     * @param client is stopped when the store is closed
     * @param origin scheme, host and port
     * @param timeout until an answer must have begun, and until more of it must have come
     */
    WebObjectStore(HttpClient client, String origin, Duration timeout) {
        this.client = client;
        this.origin = origin;
        this.timeout = timeout;
    }

    /** A request that fails before there is an answer is sent once more: its server may have been closing the connection. */
    @Override
    public StoredObject read(StoreRequest request) throws ObjectStoreException {
        try {
            return answer(request);
        } catch (UnansweredException e) {
            try {
                return answer(request);
            } catch (UnansweredException again) {
                throw new ObjectStoreException(Reason.DOWN, "it cannot be reached, or breaks off", again.getCause());
            }
        }
    }

    /** A server that broke off before there was an answer. */
    private static final class UnansweredException extends Exception {
        private static final long serialVersionUID = 1L;

        UnansweredException(Throwable cause) {
            super(cause);
        }
    }

    private StoredObject answer(StoreRequest request) throws ObjectStoreException, UnansweredException {
        InputStreamResponseListener listener = new InputStreamResponseListener();
        request(request).send(listener);
        try {
            return WebAnswers.stored(request, listener.get(timeout.toMillis(), TimeUnit.MILLISECONDS), listener);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                throw new UnansweredException(e.getCause());
            }
            throw new ObjectStoreException(Reason.DOWN, "it cannot be reached, or breaks off", e.getCause());
        } catch (TimeoutException e) {
            close(listener);
            throw new ObjectStoreException(
                    Reason.DOWN, "it has said nothing within store.timeout, " + timeout.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            close(listener);
            Thread.currentThread().interrupt();
            throw new ObjectStoreException(Reason.DOWN, "the server stops", e);
        }
    }

    static void close(InputStreamResponseListener listener) {
        try {
            listener.getInputStream().close();
        } catch (IOException e) {
            // nothing was read
        }
    }

    private Request request(StoreRequest wanted) {
        return new VerbatimRequest(client, origin, "/" + PathEncoding.encode(wanted.name()))
                .idleTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .headers(headers -> {
                    headers.put(HttpHeader.ACCEPT, "*/*");
                    headers.put(HttpHeader.ACCEPT_ENCODING, "identity");
                    WebAnswers.require(headers, wanted);
                    if (wanted.isPart()) {
                        long last = wanted.first() + wanted.length() - 1;
                        headers.put(HttpHeader.RANGE, "bytes=" + wanted.first() + "-" + last);
                    }
                });
    }

    @Override
    public void close() {
        LifeCycle.stop(client);
    }
}
