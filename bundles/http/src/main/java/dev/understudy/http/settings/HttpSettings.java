package dev.understudy.http.settings;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.DetailClients;
import dev.understudy.http.connection.ConnectionSettings;
import dev.understudy.http.connection.Http2Settings;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.log.AccessLogSettings;
import dev.understudy.http.tls.TlsSettings;
import dev.understudy.settings.SettingValues;
import java.time.Duration;

/**
 * The settings of {@code dev.understudy.http}.
 *
 * @param host the address to listen on; empty for all
 * @param port the port to listen on; 0 for any that is free
 * @param tls the port, keys and certificates of HTTPS
 * @param trustedProxies the proxies whose word on their clients' addresses is taken
 * @param healthDetail the clients that are shown the details of the health
 * @param connection the limits of connections, and the versions of HTTP
 * @param swap the patience of requests with handlers that are being replaced
 * @param drain the time that requests get to end when the server stops
 * @param log the access log
 */
public record HttpSettings(
        String host,
        int port,
        TlsSettings tls,
        AddressFilter trustedProxies,
        DetailClients healthDetail,
        ConnectionSettings connection,
        SwapPolicy swap,
        Duration drain,
        AccessLogSettings log) {

    /** The documented defaults: local, port 8080, no access log. */
    public static final HttpSettings DEFAULTS = of(HttpSettingTable.TABLE.defaults());

    /** The settings of a configuration. */
    public static HttpSettings of(SettingValues values) {
        Duration drain = values.get(HttpSettingTable.DRAIN_TIMEOUT);
        return new HttpSettings(
                values.get(HttpSettingTable.HOST),
                values.get(HttpSettingTable.PORT),
                TlsValues.of(values),
                values.get(HttpSettingTable.TRUSTED_PROXIES),
                new DetailClients(values.get(HttpSettingTable.HEALTH_DETAIL)),
                new ConnectionSettings(
                        values.get(HttpSettingTable.HEADER_TIMEOUT),
                        values.get(HttpSettingTable.PROXY_PROTOCOL),
                        new Http2Settings(
                                values.get(HttpSettingTable.HTTP2),
                                values.get(HttpSettingTable.HTTP2_STREAMS),
                                values.get(HttpSettingTable.HTTP2_CONTROLS))),
                new SwapPolicy(values.get(HttpSettingTable.SWAP_GRACE), values.get(HttpSettingTable.SWAP_LIMIT), drain),
                drain,
                new AccessLogSettings(
                        values.get(HttpSettingTable.LOG_DIRECTORY).orElse(null),
                        values.get(HttpSettingTable.LOG_MAX_DAYS),
                        values.get(HttpSettingTable.LOG_MAX_SIZE),
                        values.get(HttpSettingTable.LOG_MAX_FILES),
                        values.get(HttpSettingTable.LOG_PREFIX),
                        values.get(HttpSettingTable.LOG_FORMAT),
                        values.get(HttpSettingTable.LOG_PATTERN)));
    }

    /** Whether a server with these settings need not be opened anew for the others. */
    public boolean opensAs(HttpSettings other) {
        return host.equals(other.host)
                && port == other.port
                && tls.equals(other.tls)
                && trustedProxies.equals(other.trustedProxies)
                && connection.equals(other.connection)
                && log.equals(other.log);
    }

    /**
     * The server's addresses for people: {@code http://127.0.0.1:8080/}.
     *
     * @param tlsPort negative for none
     */
    public String addresses(int realPort, int tlsPort) {
        String plain = address("http", realPort);
        return tlsPort < 0 ? plain : plain + " and " + address("https", tlsPort);
    }

    private String address(String scheme, int realPort) {
        String shown = host.isEmpty() ? "0.0.0.0" : host;
        return scheme + "://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + realPort + "/";
    }
}
