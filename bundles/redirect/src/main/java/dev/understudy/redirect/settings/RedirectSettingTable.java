package dev.understudy.redirect.settings;

import static dev.understudy.settings.SettingSyntax.integer;
import static dev.understudy.settings.SettingSyntax.list;
import static dev.understudy.settings.SettingSyntax.millis;

import dev.understudy.catalog.Secondary;
import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import java.time.Duration;
import java.util.List;

/** The rows of the settings of redirect on error. {@link SettingRow} tells the columns. */
public final class RedirectSettingTable {

    private static final long LONGEST = 600_000;
    private static final SettingSyntax<List<Secondary>> SERVERS = list(
            "root URLs " + Secondary.FORM + ", separated by spaces, or empty for no redirect", " ", Secondary::listOf);

    private static final SettingTable.Builder ROWS =
            SettingTable.of("dev.understudy.redirect", "Understudy redirect on error");

    // @formatter:off
    static final SettingRow<List<Secondary>> SECONDARIES = ROWS.add("errorRedirect.rootUrl", "UNDERSTUDY_SECONDARY", "PS::errorRedirect.rootUrl", "", SERVERS, "secondary servers, asked in this order; empty switches the forward off");
    static final SettingRow<Duration> CONNECT_TIMEOUT = ROWS.add("errorRedirect.connectTimeout", "UNDERSTUDY_SECONDARY_CONNECT_TIMEOUT", "PS::errorRedirect.connectTimeout", "1000", millis(1, LONGEST), "time until a connection must stand");
    static final SettingRow<Duration> SOCKET_TIMEOUT = ROWS.add("errorRedirect.socketTimeout", "UNDERSTUDY_SECONDARY_SOCKET_TIMEOUT", "PS::errorRedirect.socketTimeout", "30000", millis(1, LONGEST), "time until the answer must begin, and between any two parts of it; the whole answer may take twice that, or 5000 more if that is longer");
    static final SettingRow<Integer> BREAKER_FAILURES = ROWS.add("errorRedirect.breaker.failures", "", "", "5", integer(1, 1_000_000), "failures in a row that open the breaker of a secondary server");
    static final SettingRow<Duration> BREAKER_OPEN = ROWS.add("errorRedirect.breaker.openMillis", "", "", "10000", millis(1, LONGEST), "time for which the breaker stays open; then one request probes the server");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private RedirectSettingTable() {}
}
