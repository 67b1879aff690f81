package dev.understudy.http.settings;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.DetailClients;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.http.log.AccessLogSettings;
import dev.understudy.settings.SettingValues;
import java.time.Duration;

/**
 * The settings of {@code dev.understudy.http}.
 *
 * @param host the address to listen on; empty for all
 * @param port the port to listen on; 0 for any that is free
 * @param trustedProxies the proxies whose word on their clients' addresses is taken
 * @param healthDetail the clients that are shown the details of the health
 * @param headerTimeout the time in which the header of a request must arrive
 * @param swap the patience of requests with handlers that are being replaced
 * @param drain the time that requests get to end when the server stops
 * @param log the access log
 */
public record HttpSettings(
        String host,
        int port,
        AddressFilter trustedProxies,
        DetailClients healthDetail,
        Duration headerTimeout,
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
                values.get(HttpSettingTable.TRUSTED_PROXIES),
                new DetailClients(values.get(HttpSettingTable.HEALTH_DETAIL)),
                values.get(HttpSettingTable.HEADER_TIMEOUT),
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
                && trustedProxies.equals(other.trustedProxies)
                && headerTimeout.equals(other.headerTimeout)
                && log.equals(other.log);
    }

    /** The server's address for people: {@code http://127.0.0.1:8080/}. */
    public String address(int realPort) {
        String shown = host.isEmpty() ? "0.0.0.0" : host;
        return "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + realPort + "/";
    }
}
