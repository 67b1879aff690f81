package dev.understudy.source.web;

import dev.understudy.source.keep.KeptFreshness;
import dev.understudy.source.keep.KeptFreshness.Keepers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * How long a foreign server's answer is fresh, by its headers, as RFC 9111 has it for shared caches.
 *
 * <p>Source: the reference's pages on request nesting and embedding, and on RemoteUrlDefaultExpiration: an answer without
 * validators, which says nothing of its lifetime, is not kept.
 */
final class AnswerFreshness {

    /** How long an image whose server cannot be asked does after it was fresh, unless the server forbids that. */
    private static final Duration USABLE = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofDays(365);

    private AnswerFreshness() {}

    /**
     * The freshness of an answer.
     *
     * @param fallback the lifetime of one that can be validated and says nothing
     * @param now when it came
     */
    static KeptFreshness of(HttpFields headers, Duration fallback, Instant now) {
        Map<String, String> control = directives(headers);
        Keepers keepers = control.containsKey("no-store")
                ? Keepers.NOBODY
                : control.containsKey("private") ? Keepers.CLIENT : Keepers.ALL;
        boolean strict = keepers != Keepers.ALL
                || control.containsKey("must-revalidate")
                || control.containsKey("proxy-revalidate")
                || control.containsKey("no-cache");
        Duration grace = strict ? Duration.ZERO : USABLE;
        if (control.containsKey("no-cache") || "*".equals(headers.get(HttpHeader.VARY))) {
            return new KeptFreshness(Duration.ZERO, grace, keepers, Duration.ZERO);
        }
        boolean validated = headers.contains(HttpHeader.ETAG) || headers.contains(HttpHeader.LAST_MODIFIED);
        Duration unstated = validated ? fallback : Duration.ZERO;
        Duration shared = lifetime(headers, control, List.of("s-maxage", "max-age"), now, unstated);
        Duration client = lifetime(headers, control, List.of("max-age"), now, unstated);
        return new KeptFreshness(keepers == Keepers.ALL ? shared : Duration.ZERO, grace, keepers, client);
    }

    /** The lifetime by the first directive that there is, by the time when it expires, or else by what is usual; less its age. */
    private static Duration lifetime(
            HttpFields headers, Map<String, String> control, List<String> directives, Instant now, Duration unstated) {
        Duration stated = stated(headers, control, directives, now);
        return stated == null ? unstated : bounded(stated.minus(age(headers)));
    }

    /** Whether an answer says anything; one that only says that nothing has changed may leave it at what was said before. */
    static boolean isStated(HttpFields headers) {
        return headers.contains(HttpHeader.CACHE_CONTROL) || headers.contains(HttpHeader.EXPIRES);
    }

    private static @Nullable Duration stated(
            HttpFields headers, Map<String, String> control, List<String> directives, Instant now) {
        for (String directive : directives) {
            Duration seconds = seconds(control.get(directive));
            if (seconds != null) {
                return seconds;
            }
        }
        if (!headers.contains(HttpHeader.EXPIRES)) {
            return null;
        }
        Instant expires = time(headers, HttpHeader.EXPIRES);
        Instant date = time(headers, HttpHeader.DATE);
        // A time that cannot be read is one in the past.
        return expires == null ? Duration.ZERO : Duration.between(date == null ? now : date, expires);
    }

    /** The time in a header; null when there is none that can be read. */
    static @Nullable Instant time(HttpFields headers, HttpHeader name) {
        String text = headers.get(name);
        try {
            return text == null ? null : DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Duration age(HttpFields headers) {
        Duration age = seconds(headers.get(HttpHeader.AGE));
        return age == null ? Duration.ZERO : age;
    }

    private static Map<String, String> directives(HttpFields headers) {
        Map<String, String> directives = new HashMap<>();
        for (HttpField field : headers.getFields(HttpHeader.CACHE_CONTROL)) {
            for (String directive : field.getValues()) {
                int equals = directive.indexOf('=');
                String name = equals < 0 ? directive : directive.substring(0, equals);
                String value = equals < 0 ? "" : directive.substring(equals + 1).replace("\"", "");
                directives.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), value.strip());
            }
        }
        return directives;
    }

    /** A number of seconds; null for none. */
    private static @Nullable Duration seconds(@Nullable String text) {
        if (text == null || !text.matches("\\d+")) {
            return null;
        }
        return text.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(text));
    }

    private static Duration bounded(Duration lifetime) {
        return lifetime.isNegative() ? Duration.ZERO : lifetime.compareTo(LONGEST) > 0 ? LONGEST : lifetime;
    }
}
