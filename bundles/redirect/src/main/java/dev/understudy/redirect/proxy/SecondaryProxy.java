package dev.understudy.redirect.proxy;

import dev.understudy.catalog.Secondary;
import dev.understudy.redirect.client.RequestFault;
import dev.understudy.redirect.client.RequestHead;
import dev.understudy.redirect.client.SecondaryClient;
import dev.understudy.redirect.client.SecondaryRequest;
import dev.understudy.redirect.settings.Timeouts;
import dev.understudy.serve.StandIn;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
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
 * Sends requests to one secondary server unchanged, and passes its answers to the clients as they arrive. Never started, as a handler
 * of Jetty would be, because the client is not its own.
 */
public final class SecondaryProxy extends ProxyHandler.Reverse {

    /** Requests with this tag share no connections with others. */
    private static final String FRESH = "fresh";

    private final URI root;
    private final Timeouts timeouts;

    /**
     * Creates a proxy for one server.
     *
     * @param client started
     */
    public SecondaryProxy(Secondary secondary, Timeouts timeouts, HttpClient client) {
        super(org.eclipse.jetty.server.Request::getHttpURI);
        this.root = URI.create(secondary.toString());
        this.timeouts = timeouts;
        setHttpClient(client);
        setProxyToServerHost(secondary.authority());
        setViaHost(LoopGuard.PSEUDONYM);
    }

    /** Sends an exchange, which is told of each step and of the end. */
    public void send(ProxyExchange exchange, Response response) {
        try {
            handle(exchange, response, exchange);
        } catch (RejectedExecutionException e) {
            exchange.failed(e);
        } catch (RuntimeException e) {
            exchange.failed(new RequestFault(RequestFault.Reason.UNSENDABLE, e.toString()));
        }
    }

    /** Takes path and query from the request, byte for byte, and the rest from the settings. */
    @Override
    protected Request newProxyToServerRequest(org.eclipse.jetty.server.Request request, HttpURI uri) {
        ProxyExchange exchange = (ProxyExchange) request;
        Request forwarded = new SecondaryRequest(getHttpClient(), root, SecondaryRequest.target(request))
                .method(request.getMethod())
                .idleTimeout(timeouts.socket().toMillis(), TimeUnit.MILLISECONDS);
        return exchange.needsFreshConnection() ? overFreshConnection(forwarded) : forwarded;
    }

    /** Asks for a connection that has not been used before and will not be used again, which is one of HTTP/1.1. */
    private static Request overFreshConnection(Request request) {
        return request.tag(FRESH)
                .version(HttpVersion.HTTP_1_1)
                .headers(headers -> headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE));
    }

    /** Returns no content, whatever the headers say: requests with a body are not forwarded. */
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
        TraceForwarding.mark(request, forwarded);
        LoopGuard.mark(forwarded);
        Validators.removeMalformed(forwarded);
    }

    /** Sends the request, and aborts it if it has no connection in time, be it for the network or for other requests. */
    @Override
    protected void sendProxyToServerRequest(
            org.eclipse.jetty.server.Request request, Request forwarded, Response response, Callback callback) {
        ProxyExchange exchange = (ProxyExchange) request;
        try {
            RequestHead.requireSendable(forwarded);
        } catch (RequestFault e) {
            callback.failed(e);
            return;
        }
        exchange.onPrepared(forwarded);
        forwarded.onRequestBegin(begun -> exchange.onConnected());
        super.sendProxyToServerRequest(request, forwarded, response, callback);
        if (!exchange.isConnected()) {
            long millis = timeouts.connect().toMillis();
            getHttpClient()
                    .getScheduler()
                    .schedule(() -> abortUnconnected(exchange, forwarded, millis), millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    protected CompleteListener newServerToProxyResponseListener(
            org.eclipse.jetty.server.Request request, Request forwarded, Response response, Callback callback) {
        return new AnswerRelay((ProxyExchange) request, forwarded, response, callback);
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

    private void abortUnconnected(ProxyExchange exchange, Request forwarded, long millis) {
        if (exchange.isConnected()) {
            return;
        }
        String what = "no connection in " + millis + " ms";
        exchange.abort(
                SecondaryClient.isExhausted(getHttpClient(), forwarded)
                        ? new RequestFault(RequestFault.Reason.NO_CONNECTION, what + ", since all of them are in use")
                        : new TimeoutException(what));
    }

    private static String append(@Nullable List<HttpField> fields, String value) {
        return fields == null
                ? value
                : Stream.concat(fields.stream().map(HttpField::getValue), Stream.of(value))
                        .collect(Collectors.joining(", "));
    }

    /** Passes an answer on; writes nothing to the client's response before the first byte of the body, or the end, has arrived. */
    private final class AnswerRelay extends ProxyResponseListener {

        private final ProxyExchange exchange;
        private final Response response;
        private long received;

        AnswerRelay(ProxyExchange exchange, Request forwarded, Response response, Callback callback) {
            super(exchange, forwarded, response, callback);
            this.exchange = exchange;
            this.response = response;
        }

        @Override
        public void onBegin(org.eclipse.jetty.client.Response answer) {}

        /** Aborts answers to what the client has not asked for. */
        @Override
        public void onHeaders(org.eclipse.jetty.client.Response answer) {
            if (answer.getStatus() == HttpStatus.NOT_MODIFIED_304
                    && !Validators.match(exchange.getHeaders(), answer.getHeaders())) {
                String what = "304 to a client that has not sent that validator";
                var unused = answer.abort(
                        Validators.areIn(exchange.getHeaders())
                                ? new RequestFault(RequestFault.Reason.PROVOKED_ANSWER, what)
                                : new IOException(what));
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
                exchange.onAnswerReceived();
            }
            exchange.onClientWait(true);
            super.onContent(answer, chunk, () -> {
                exchange.onClientWait(false);
                demander.run();
            });
        }

        @Override
        public void onSuccess(org.eclipse.jetty.client.Response answer) {
            exchange.onAnswerReceived();
            begin(answer);
            super.onSuccess(answer);
        }

        /** Lets the client know where the answer ends; it would otherwise take one that broke off for whole. */
        private void delimit() {
            if (response.getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
                return;
            }
            HttpVersion version = exchange.getConnectionMetaData().getHttpVersion();
            if (version == HttpVersion.HTTP_1_1) {
                response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
            } else if (version.getVersion() < HttpVersion.HTTP_1_1.getVersion()) {
                exchange.onUndelimitedAnswer();
            }
        }

        private static void remove(HttpFields.Mutable headers, HttpField field) {
            if (field.getHeader() == null) {
                headers.remove(field.getName());
            } else {
                headers.remove(field.getHeader());
            }
        }

        private void begin(org.eclipse.jetty.client.Response answer) {
            if (exchange.onAnswerBegin()) {
                HttpFields.Mutable headers = response.getHeaders();
                answer.getHeaders().forEach(field -> remove(headers, field));
                super.onBegin(answer);
                super.onHeaders(answer);
                if (answer.getHeaders().contains(HttpHeader.CONNECTION)) {
                    HeaderLists.members(answer.getHeaders(), HttpHeader.CONNECTION)
                            .forEach(headers::remove);
                }
                headers.put(StandIn.HEADER, exchange.standIn());
                String tag = answer.getHeaders().get(HttpHeader.ETAG);
                if (tag != null) {
                    exchange.onEntityTag(tag);
                }
            }
        }
    }
}
