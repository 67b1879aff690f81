package dev.understudy.image.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.Failure;
import dev.understudy.http.Forwarding;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests become calls. */
class ImageHandlerTest {

    private final Catalogs snapshot = new TestCatalogs();
    private final List<Call> calls = new ArrayList<>();
    private final List<Object> observations = new ArrayList<>();
    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);

    private final class FixedCatalogs implements CatalogService {
        @Override
        public Catalogs catalogs() {
            return snapshot;
        }

        @Override
        public List<CatalogProblem> problems() {
            return List.of();
        }
    }

    /** Takes what has not been forwarded. */
    private static final class Secondary implements Forwarding {
        @Override
        public Forwardable accepts(Request request) {
            return request.getHeaders().contains("Via") ? Forwardable.NO : Forwardable.YES;
        }

        @Override
        public void forward(
                Request request, Response response, Callback callback, Forward forward, Consumer<Failure> unanswered) {
            throw new AssertionError("nothing is forwarded");
        }
    }

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new ImageHandler(
                call -> {
                    calls.add(call);
                    return Reply.of("image/png", new byte[] {1, 2, 3});
                },
                new FixedCatalogs(),
                new Secondary()));
        server.setRequestLog((request, response) -> observations.add(request.getAttribute(AccessRecord.ATTRIBUTE)));
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private String get(String target, String... headers) throws Exception {
        return connector.getResponse(
                "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + String.join("", headers) + "\r\n");
    }

    @Test
    void aCallHasAllThatItTakes() throws Exception {
        Instant before = Instant.now();
        String response = get("/is/image/shop/b%20owl?wid=3%30&$x$");
        assertTrue(response.startsWith("HTTP/1.1 200 OK"), response);
        assertTrue(response.contains("Access-Control-Allow-Origin: *"), response);
        Call call = calls.get(0);
        assertEquals("shop/b%20owl", call.path());
        assertEquals("wid=3%30&$x$", call.query());
        assertTrue(call.client().isAnyLocalAddress(), "that of connections within the process");
        assertTrue(call.deadline().isAfter(before.plusSeconds(30)));
        assertEquals(Forwardable.YES, call.forwardable());
        assertSame(snapshot, call.catalogs());
        server.stop();
        assertSame(observations.get(0), call.accessRecord());
    }

    @Test
    void aCallWithoutAnything() throws Exception {
        get("/is/image");
        assertEquals("", calls.get(0).path());
        assertNull(calls.get(0).query());
    }

    @Test
    void aForwardedRequestIsNotForwardable() throws Exception {
        get("/is/image/x", "Via: 1.1 understudy\r\n");
        assertEquals(Forwardable.NO, calls.get(0).forwardable());
    }
}
