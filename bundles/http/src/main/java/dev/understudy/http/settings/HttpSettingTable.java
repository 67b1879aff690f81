package dev.understudy.http.settings;

import static dev.understudy.settings.SettingSyntax.file;
import static dev.understudy.settings.SettingSyntax.files;
import static dev.understudy.settings.SettingSyntax.flag;
import static dev.understudy.settings.SettingSyntax.folder;
import static dev.understudy.settings.SettingSyntax.integer;
import static dev.understudy.settings.SettingSyntax.large;
import static dev.understudy.settings.SettingSyntax.millis;
import static dev.understudy.settings.SettingSyntax.secret;
import static dev.understudy.settings.SettingSyntax.text;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.log.LogFormat;
import dev.understudy.http.log.LogPattern;
import dev.understudy.settings.Secret;
import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of the settings of the HTTP server and its access log. {@link SettingRow} tells the columns. */
public final class HttpSettingTable {

    private static final SettingSyntax<String> ADDRESS =
            text("the name or the address of this machine, or empty for all addresses", HttpSettingTable::host);
    private static final SettingSyntax<AddressFilter> ADDRESSES = text(
            AddressFilter.FORM + "; empty for none",
            text -> text.isEmpty() ? AddressFilter.NOBODY : AddressFilter.parse(text));
    private static final SettingSyntax<String> PREFIX =
            text("letters, digits, '.', '_' and '-'", HttpSettingTable::prefix);
    private static final SettingSyntax<String> PATTERN = text(
            "text with the variables of the reference, such as `%s` and `%{CacheUse}r`", HttpSettingTable::pattern);

    private static final SettingSyntax<LogFormat> FORMAT = text("pattern or json", HttpSettingTable::format);
    private static final SettingSyntax<Integer> TLS_PORT =
            text("an integer from 0 to 65535, or empty for no TLS", HttpSettingTable::tlsPort);
    private static final SettingSyntax<String> STORE_TYPE =
            text("`PKCS12`; `Java` or `JKS`, which are the same", HttpSettingTable::storeType);
    private static final SettingSyntax<String> HSTS = text(
            "`max-age=` and seconds, then `; includeSubDomains` and `; preload` if wanted; empty for no header",
            HttpSettingTable::hsts);

    private static final SettingTable.Builder ROWS = SettingTable.of("dev.understudy.http", "Understudy HTTP server");

    // @formatter:off
    public static final SettingRow<String> HOST = ROWS.add("host", "UNDERSTUDY_HOST", "", "127.0.0.1", ADDRESS, "address to listen on; `0.0.0.0` for all");
    public static final SettingRow<Integer> PORT = ROWS.add("port", "UNDERSTUDY_PORT", "TC::PsPort", "8080", integer(0, 65_535), "port to listen on; 0 for any free one");
    public static final SettingRow<Integer> SSL_PORT = ROWS.add("sslPort", "UNDERSTUDY_SSL_PORT", "TC::SslPort", "", TLS_PORT, "port for HTTPS to listen on; 0 for any free one");
    public static final SettingRow<Optional<Path>> KEYSTORE = ROWS.add("keystoreFile", "UNDERSTUDY_KEYSTORE", "TC::keystoreFile", "", file(), "key store with the private keys and certificates for HTTPS");
    public static final SettingRow<Secret> KEYSTORE_PASSWORD = ROWS.add("keystorePass", "UNDERSTUDY_KEYSTORE_PASS", "TC::keystorePass", "", secret(), "password of the key store, or of encrypted keys in `keyFiles`");
    static final SettingRow<String> KEYSTORE_TYPE = ROWS.add("keystoreType", "", "TC::keystoreType", "PKCS12", STORE_TYPE, "type of the key store");
    public static final SettingRow<List<Path>> CERTIFICATES = ROWS.add("certificateFiles", "UNDERSTUDY_CERTIFICATE", "", "", files(), "files in PEM form in place of a key store, each with a certificate and those that it is signed with; the first one is for clients that name no host of theirs");
    public static final SettingRow<List<Path>> KEYS = ROWS.add("keyFiles", "UNDERSTUDY_CERTIFICATE_KEY", "", "", files(), "files in PEM form with the private keys, in the order of `certificateFiles`; empty when these have the keys, too");
    public static final SettingRow<String> STRICT_TRANSPORT = ROWS.add("hsts", "", "", "", HSTS, "`Strict-Transport-Security` of replies over HTTPS, which has browsers use nothing else for this host from then on");
    static final SettingRow<Boolean> HTTP2 = ROWS.add("http2", "", "", "true", flag(), "whether HTTP/2 is spoken, too: over HTTPS by ALPN, without TLS to clients that begin with it");
    static final SettingRow<Integer> HTTP2_STREAMS = ROWS.add("http2.maxStreams", "", "", "128", integer(1, 10_000), "requests of one connection of HTTP/2 that may be at work at a time");
    static final SettingRow<Integer> HTTP2_CONTROLS = ROWS.add("http2.maxControls", "", "", "128", integer(10, 100_000), "frames a second that a connection of HTTP/2 may send besides requests, such as resets and pings; one that sends more is closed");
    static final SettingRow<AddressFilter> PROXY_PROTOCOL = ROWS.add("proxyProtocol", "", "", "", ADDRESSES, "addresses of proxies that tell by the PROXY protocol, version 1 or 2, who the client is");
    static final SettingRow<AddressFilter> TRUSTED_PROXIES = ROWS.add("trustedProxies", "", "", "", ADDRESSES, "addresses of proxies whose `X-Forwarded-For` is believed, such as `10.0.0.0/8,::1`");
    static final SettingRow<AddressFilter> HEALTH_DETAIL = ROWS.add("health.detail", "", "", "127.0.0.0/8,::1", ADDRESSES, "addresses of clients that `/health` tells more than whether the server is ready");
    static final SettingRow<Duration> HEADER_TIMEOUT = ROWS.add("header.timeout", "", "", "30000", millis(100, 600_000), "time in which the whole header of a request must arrive, however steadily it comes");
    static final SettingRow<Duration> SWAP_GRACE = ROWS.add("swap.grace", "", "", "2000", millis(0, 60_000), "time for which a request waits for a handler that is being replaced, before it gets a 503");
    static final SettingRow<Integer> SWAP_LIMIT = ROWS.add("swap.limit", "", "", "1000", integer(0, 100_000), "requests that may wait so at a time");
    static final SettingRow<Duration> DRAIN_TIMEOUT = ROWS.add("drain.timeout", "", "", "20000", millis(0, 600_000), "time that requests in flight get to end when a handler or the server stops");
    public static final SettingRow<Optional<Path>> LOG_DIRECTORY = ROWS.add("log.directory", "UNDERSTUDY_LOGS", "TC::directory", "", folder(), "folder of the access log");
    static final SettingRow<Integer> LOG_MAX_DAYS = ROWS.add("log.maxDays", "", "TC::maxDays", "10", integer(1, 36_500), "days for which access logs are kept");
    static final SettingRow<Long> LOG_MAX_SIZE = ROWS.add("log.maxSize", "", "", "104857600", large(1_000, Long.MAX_VALUE), "bytes after which an access log is put aside and begun anew, on the same day too");
    static final SettingRow<Integer> LOG_MAX_FILES = ROWS.add("log.maxFiles", "", "", "100", integer(1, 1_000_000), "access logs that are kept at most; the oldest go first");
    static final SettingRow<String> LOG_PREFIX = ROWS.add("log.prefix", "", "TC::prefix", "access-", PREFIX, "first part of the names of access logs");
    static final SettingRow<LogFormat> LOG_FORMAT = ROWS.add("log.format", "", "", "pattern", FORMAT, "lines of the access log: by `log.pattern`, or objects of JSON");
    static final SettingRow<String> LOG_PATTERN = ROWS.add("log.pattern", "", "TC::pattern", LogPattern.DEFAULT, PATTERN, "content of a line of the access log; by default the reference's");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private HttpSettingTable() {}

    private static String host(String text) {
        if (!text.matches("[A-Za-z0-9.:%_-]*")) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static int tlsPort(String text) {
        return text.isEmpty() ? -1 : integer(0, 65_535).parse(text);
    }

    private static String storeType(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "pkcs12" -> "PKCS12";
            case "java", "jks" -> "JKS";
            default -> throw new IllegalArgumentException();
        };
    }

    private static String hsts(String text) {
        if (!text.matches("(?i)|max-age=\\d{1,10}( *; *includeSubDomains)?( *; *preload)?")) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static String prefix(String text) {
        if (!text.matches("[A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException();
        }
        return text;
    }

    private static LogFormat format(String text) {
        return switch (text) {
            case "pattern" -> LogFormat.PATTERN;
            case "json" -> LogFormat.JSON;
            default -> throw new IllegalArgumentException();
        };
    }

    private static String pattern(String text) {
        LogPattern.compile(text);
        return text;
    }
}
