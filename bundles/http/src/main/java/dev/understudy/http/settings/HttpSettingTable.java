package dev.understudy.http.settings;

import static dev.understudy.settings.SettingSyntax.folder;
import static dev.understudy.settings.SettingSyntax.integer;
import static dev.understudy.settings.SettingSyntax.large;
import static dev.understudy.settings.SettingSyntax.millis;
import static dev.understudy.settings.SettingSyntax.text;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.log.LogFormat;
import dev.understudy.http.log.LogPattern;
import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import java.nio.file.Path;
import java.time.Duration;
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

    private static final SettingTable.Builder ROWS = SettingTable.of("dev.understudy.http", "Understudy HTTP server");

    // @formatter:off
    public static final SettingRow<String> HOST = ROWS.add("host", "UNDERSTUDY_HOST", "", "127.0.0.1", ADDRESS, "address to listen on; `0.0.0.0` for all");
    public static final SettingRow<Integer> PORT = ROWS.add("port", "UNDERSTUDY_PORT", "TC::PsPort", "8080", integer(0, 65_535), "port to listen on; 0 for any free one");
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
