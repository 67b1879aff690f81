package dev.understudy.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.server.TestServers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is shown the details of the health. */
class DetailClientsTest {

    /** 10.0.0.0/8 are trusted proxies; details are for 127.0.0.0/8, ::1 and 192.0.2.7. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1 | | true",
                "::1 | | true",
                "::ffff:127.0.0.1 | | true",
                "192.0.2.7 | | true",
                "192.0.2.8 | | false",
                "10.0.0.1 | | false",
                "10.0.0.1 | X-Forwarded-For: 192.0.2.7 | true",
                "10.0.0.1 | X-Forwarded-For: 127.0.0.1 | true",
                "10.0.0.1 | X-Forwarded-For: 192.0.2.7, 192.0.2.8 | false",
                "10.0.0.1 | X-Forwarded-For: unknown | false",
                // A client that says for whom it asks, and a proxy on this machine that is not trusted.
                "192.0.2.8 | X-Forwarded-For: 127.0.0.1 | false",
                "127.0.0.1 | X-Forwarded-For: 192.0.2.7 | false",
                "127.0.0.1 | X-Forwarded-For: 127.0.0.1 | false",
                "127.0.0.1 | Forwarded: for=127.0.0.1 | false",
                "127.0.0.1 | Via: 1.1 proxy | false",
                "127.0.0.1 | X-Real-IP: 192.0.2.8 | false",
                "127.0.0.1 | X-Forwarded-Proto: https | false",
            })
    void detailsAreForKnownClients(String peer, String header, boolean allowed) throws Exception {
        AddressFilter proxies = AddressFilter.parse("10.0.0.0/8");
        DetailClients access = new DetailClients(AddressFilter.parse("127.0.0.0/8,::1,192.0.2.7"));
        assertEquals(
                String.valueOf(allowed),
                TestServers.seen(peer, proxies, header == null ? "" : header + "\r\n", access::allows));
    }
}
