package dev.understudy.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.LocalServer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The address of the client, as handlers and the access log see it. */
class TrustedProxiesTest {

    private final List<String> logged = new ArrayList<>();

    /** Connections come from {@code peer}; 10.0.0.0/8 and 2001:db8:f::/48 are trusted proxies. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Straight from the client, whatever the header says.
                "203.0.113.9 | '' | 203.0.113.9",
                "203.0.113.9 | 10.0.0.1 | 203.0.113.9",
                "203.0.113.9 | 192.0.2.1, 10.0.0.1 | 203.0.113.9",
                // Through proxies.
                "10.0.0.1 | 203.0.113.9 | 203.0.113.9",
                "10.0.0.1 | 203.0.113.9, 10.0.0.2 | 203.0.113.9",
                "10.0.0.1 | 203.0.113.9,10.0.0.3,10.0.0.2 | 203.0.113.9",
                "10.0.0.1 | 203.0.113.9:4711 | 203.0.113.9",
                "10.0.0.1 | [2001:db8::9]:4711 | 2001:db8:0:0:0:0:0:9",
                "10.0.0.1 | [2001:db8::9] | 2001:db8:0:0:0:0:0:9",
                "10.0.0.1 | 2001:db8::9 | 2001:db8:0:0:0:0:0:9",
                "10.0.0.1 | ::ffff:203.0.113.9 | 203.0.113.9",
                "2001:db8:f::1 | 203.0.113.9 | 203.0.113.9",
                "10.0.0.1 | '' | 10.0.0.1",
                "10.0.0.1 | 10.9.9.9 | 10.9.9.9",
                // With addresses that the client wrote before its proxy added one.
                "10.0.0.1 | 192.168.0.1, 203.0.113.9 | 203.0.113.9",
                "10.0.0.1 | 10.7.7.7, 203.0.113.9, 10.0.0.2 | 203.0.113.9",
                "10.0.0.1 | nonsense, 203.0.113.9 | 203.0.113.9",
                // With a client that the proxy cannot name.
                "10.0.0.1 | unknown | 0.0.0.0",
                "10.0.0.1 | localhost | 0.0.0.0",
                "10.0.0.1 | 203.0.113.9, _hidden | 0.0.0.0",
                "10.0.0.1 | [ | 0.0.0.0",
                "10.0.0.1 | [] | 0.0.0.0",
                "10.0.0.1 | : | 0.0.0.0",
                "10.0.0.1 | 203.0.113.999 | 0.0.0.0"
            })
    void theClientIsTheLastAddressThatIsNotOfATrustedProxy(String peer, String forwarded, String client)
            throws Exception {
        assertEquals(client, seen(peer, forwarded.isEmpty() ? "" : "X-Forwarded-For: " + forwarded + "\r\n"));
        assertEquals(List.of(client), logged);
    }

    @Test
    void severalHeadersAreOneList() throws Exception {
        assertEquals("203.0.113.9", seen("10.0.0.1", "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-For: 203.0.113.9\r\n"));
        assertEquals("203.0.113.9", seen("10.0.0.1", "x-forwarded-for: 203.0.113.9\r\n"));
    }

    private String seen(String peer, String headers) throws Exception {
        HttpConfiguration protocol = StandaloneServer.protocol(AddressFilter.parse("10.0.0.0/8,2001:db8:f::/48"));
        protocol.getCustomizers().add(0, (request, response) -> connectedFrom(peer, request));
        Server server = new Server();
        LocalConnector connector = new LocalConnector(server, new HttpConnectionFactory(protocol));
        server.addConnector(connector);
        server.setRequestLog((request, response) -> logged.add(Request.getRemoteAddr(request)));
        server.setHandler(LocalServer.handler((request, response, callback) -> response.write(
                true, BufferUtil.toBuffer(Request.getRemoteAddr(request), StandardCharsets.UTF_8), callback)));
        server.start();
        try {
            ByteBuffer raw = BufferUtil.toBuffer(
                    "GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + headers + "\r\n", StandardCharsets.UTF_8);
            return HttpTester.parseResponse(connector.getResponse(raw, false, 30, TimeUnit.SECONDS))
                    .getContent()
                    .replaceAll("[\\[\\]]", "");
        } finally {
            LifeCycle.stop(server);
            logged.replaceAll(address -> address.replaceAll("[\\[\\]]", ""));
        }
    }

    private static Request connectedFrom(String peer, Request request) {
        ConnectionMetaData connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public InetSocketAddress getRemoteSocketAddress() {
                return new InetSocketAddress(peer, 4711);
            }
        };
        return new Request.Wrapper(request) {
            @Override
            public ConnectionMetaData getConnectionMetaData() {
                return connection;
            }
        };
    }
}
