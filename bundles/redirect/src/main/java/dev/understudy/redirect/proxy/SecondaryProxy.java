package dev.understudy.redirect.proxy;

import dev.understudy.catalog.Secondary;
import dev.understudy.serve.StandIn;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response.CompleteListener;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to the secondary server as they came, and its answers to the client as they come. Requests handed to it are
 * {@link Attempt}s, which are their own callbacks. It is never started: its client is not its own.
 */
final class SecondaryProxy extends ProxyHandler.Reverse {

    /** Requests with a tag share no connections with those that have another one, or none. */
    private static final String FRESH = "fresh";

    private final URI root;
    private final Timeouts timeouts;

    SecondaryProxy(Secondary secondary, Timeouts timeouts, HttpClient client) {
        super(org.eclipse.jetty.server.Request::getHttpURI);
        this.root = URI.create(secondary.toString());
        this.timeouts = timeouts;
        setHttpClient(client);
        setProxyToServerHost(secondary.authority());
        setViaHost(OneHop.PSEUDONYM);
    }

    /** Path and query are those of the request, byte for byte; the rest is configured. */
    @Override
    protected Request newProxyToServerRequest(org.eclipse.jetty.server.Request request, HttpURI uri) {
        Attempt attempt = (Attempt) request;
        Request forwarded = new SecondaryRequest(getHttpClient(), root, uri)
                .method(request.getMethod())
                .idleTimeout(timeouts.socket().toMillis(), TimeUnit.MILLISECONDS)
                .timeout(attempt.nanosLeft(), TimeUnit.NANOSECONDS);
        return attempt.wantsFreshConnection() ? overFreshConnection(forwarded) : forwarded;
    }

    /** None that has been used, and none that will be. */
    private static Request overFreshConnection(Request request) {
        return request.tag(FRESH).headers(headers -> headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE));
    }

    /** There is none, whatever the headers claim. */
    @Override
    protected Request.@Nullable Content newProxyToServerRequestContent(
            org.eclipse.jetty.server.Request request, Response response, Request forwarded) {
        return null;
    }

    @Override
    protected void addProxyHeaders(org.eclipse.jetty.server.Request request, Request forwarded) {
        super.addProxyHeaders(request, forwarded);
        String client = org.eclipse.jetty.server.Request.getRemoteAddr(request);
        String scheme = request.getHttpURI().getScheme();
        forwarded.headers(headers -> {
            headers.computeField(
                    HttpHeader.X_FORWARDED_FOR, (name, fields) -> new HttpField(name, append(fields, client)));
            if (scheme != null && !headers.contains(HttpHeader.X_FORWARDED_PROTO)) {
                headers.put(HttpHeader.X_FORWARDED_PROTO, scheme);
            }
        });
        OneHop.mark(forwarded);
    }

    /** Nobody waits longer than configured for a connection, be it for the network or for other requests. */
    @Override
    protected void sendProxyToServerRequest(
            org.eclipse.jetty.server.Request request, Request forwarded, Response response, Callback callback) {
        Attempt attempt = (Attempt) request;
        attempt.sends(forwarded);
        forwarded.onRequestBegin(begun -> attempt.sent());
        super.sendProxyToServerRequest(request, forwarded, response, callback);
        if (!attempt.isSent()) {
            long patience = timeouts.connect().toMillis();
            getHttpClient().getScheduler().schedule(() -> giveUp(attempt, patience), patience, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    protected CompleteListener newServerToProxyResponseListener(
            org.eclipse.jetty.server.Request request, Request forwarded, Response response, Callback callback) {
        return new Passage((Attempt) request, forwarded, response, callback);
    }

    @Override
    protected void onServerToProxyResponseFailure(
            org.eclipse.jetty.server.Request request,
            Request forwarded,
            org.eclipse.jetty.client.Response answer,
            Response response,
            Callback callback,
            Throwable failure) {
        callback.failed(failure);
    }

    private static void giveUp(Attempt attempt, long millis) {
        if (!attempt.isSent()) {
            attempt.abort(new TimeoutException("no connection in " + millis + " ms"));
        }
    }

    private static String append(@Nullable List<HttpField> fields, String value) {
        Stream<HttpField> before = fields == null ? Stream.empty() : fields.stream();
        return Stream.concat(before.map(HttpField::getValue), Stream.of(value)).collect(Collectors.joining(", "));
    }

    /** Touches the client's response only when the first byte of the answer's body, or its end, is there. */
    private final class Passage extends ProxyResponseListener {

        private final Attempt attempt;
        private final Response response;
        private long received;

        Passage(Attempt attempt, Request forwarded, Response response, Callback callback) {
            super(attempt, forwarded, response, callback);
            this.attempt = attempt;
            this.response = response;
        }

        @Override
        public void onBegin(org.eclipse.jetty.client.Response answer) {}

        /** The answer goes no further when it is one to a question that the client has not asked. */
        @Override
        public void onHeaders(org.eclipse.jetty.client.Response answer) {
            if (answer.getStatus() == HttpStatus.NOT_MODIFIED_304
                    && !Validators.match(attempt.getHeaders(), answer.getHeaders())) {
                var unused = answer.abort(new IOException("304 to a client that has not sent that validator"));
            } else if (answer.getStatus() == HttpStatus.SWITCHING_PROTOCOLS_101) {
                var unused = answer.abort(new IOException("101 to a client that wants no other protocol"));
            }
        }

        @Override
        public void onContent(org.eclipse.jetty.client.Response answer, Content.Chunk chunk, Runnable demander) {
            begin(answer);
            if (!response.isCommitted()) {
                delimit();
            }
            received += chunk.remaining();
            if (received == answer.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH)) {
                attempt.received();
            }
            attempt.waitsForClient(true);
            super.onContent(answer, chunk, () -> {
                attempt.waitsForClient(false);
                demander.run();
            });
        }

        @Override
        public void onSuccess(org.eclipse.jetty.client.Response answer) {
            attempt.received();
            begin(answer);
            super.onSuccess(answer);
        }

        /** Else an answer to a client that closes its connection would look whole wherever it broke off. */
        private void delimit() {
            if (response.getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
                return;
            }
            HttpVersion version = attempt.getConnectionMetaData().getHttpVersion();
            if (version == HttpVersion.HTTP_1_1) {
                response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
            } else if (version.getVersion() < HttpVersion.HTTP_1_1.getVersion()) {
                attempt.endsWithConnection();
            }
        }

        private void begin(org.eclipse.jetty.client.Response answer) {
            if (attempt.answering()) {
                HttpFields.Mutable headers = response.getHeaders();
                answer.getHeaders().getFieldNamesCollection().forEach(headers::remove);
                super.onBegin(answer);
                super.onHeaders(answer);
                ListFields.members(answer.getHeaders(), HttpHeader.CONNECTION).forEach(headers::remove);
                headers.put(StandIn.HEADER, attempt.standIn());
            }
        }
    }
}
