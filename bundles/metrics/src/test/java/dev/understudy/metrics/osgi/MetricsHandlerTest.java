package dev.understudy.metrics.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.http.Forwarding;
import dev.understudy.metrics.settings.MetricsSettingTable;
import dev.understudy.metrics.settings.MetricsSettings;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page at {@code /metrics}, and who may read it. */
class MetricsHandlerTest {

    private final Server server = new Server();

    /** Forwards nothing. */
    private static final class Nowhere implements Forwarding {

        @Override
        public Forwardable accepts(Request request) {
            return Forwardable.NO;
        }

        @Override
        public void forward(
                Request request,
                Response response,
                Callback callback,
                Forward forward,
                Consumer<Failure> onNoResponse) {
            throw new AssertionError("nothing is forwarded here");
        }
    }

    private int start(Map<String, Object> written) throws Exception {
        MetricsSettings settings =
                MetricsSettings.of(MetricsSettingTable.TABLE.read(written).values());
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new MetricsHandler(settings, new SeriesRegistry(), new Nowhere()));
        server.start();
        return connector.getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private static HttpResponse<String> get(int port, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void thisMachineMayReadIt() throws Exception {
        int port = start(Map.of());
        HttpResponse<String> page = get(port, "/metrics", "Accept", "application/openmetrics-text;version=1.0.0");
        assertEquals(200, page.statusCode());
        assertEquals(
                "application/openmetrics-text; version=1.0.0; charset=utf-8",
                page.headers().firstValue("content-type").orElseThrow());
        assertEquals("no-store", page.headers().firstValue("cache-control").orElseThrow());
        assertTrue(page.body().contains("jvm_threads_current "), page.body());
        assertEquals(404, get(port, "/metrics/more").statusCode());
    }

    @Test
    void whoComesThroughAProxyMayNot() throws Exception {
        HttpResponse<String> page = get(start(Map.of()), "/metrics", "X-Forwarded-For", "127.0.0.1");
        assertEquals(403, page.statusCode());
        assertFalse(page.body().contains("jvm"), page.body());
    }

    @Test
    void othersMayNot() throws Exception {
        int port = start(Map.of("metrics.clients", "192.0.2.0/24"));
        assertEquals(403, get(port, "/metrics").statusCode());
    }
}
