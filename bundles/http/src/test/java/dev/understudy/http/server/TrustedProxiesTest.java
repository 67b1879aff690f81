package dev.understudy.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.AddressFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Request;
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
        AddressFilter proxies = AddressFilter.parse("10.0.0.0/8,2001:db8:f::/48");
        String seen = TestServers.seen(peer, proxies, headers, request -> {
            logged.add(withoutBrackets(Request.getRemoteAddr(request)));
            return Request.getRemoteAddr(request);
        });
        return withoutBrackets(seen);
    }

    private static String withoutBrackets(String address) {
        return address.replaceAll("[\\[\\]]", "");
    }
}
