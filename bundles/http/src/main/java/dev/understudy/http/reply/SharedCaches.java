package dev.understudy.http.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Keeps answers of other servers from caches that serve several clients; RFC 9111, section 5.2.2. */
public final class SharedCaches {

    private static final Pattern COMMA = Pattern.compile(",");

    /** Headers that give shared caches a lifetime of their own. */
    private static final List<String> THEIRS =
            List.of("Surrogate-Control", "CDN-Cache-Control", "Edge-Control", "X-Accel-Expires");

    private SharedCaches() {}

    /** Changes the headers of an answer so that the client alone may keep it, no longer than before. */
    public static void exclude(HttpFields.Mutable headers) {
        THEIRS.forEach(headers::remove);
        List<String> before = headers.getValuesList(HttpHeader.CACHE_CONTROL).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .toList();
        List<String> directives = new ArrayList<>(before);
        directives.removeIf(each -> each.isEmpty() || is(each, "public", "s-maxage", "private"));
        if (before.stream().noneMatch(each -> is(each, "no-store"))) {
            directives.add(0, "private");
            // Caches that know no Cache-Control do not know private either, so that Expires goes; it may have been in
            // the past.
            if (headers.contains(HttpHeader.EXPIRES) && before.stream().noneMatch(each -> is(each, "max-age"))) {
                directives.add("max-age=0");
            }
        }
        headers.remove(HttpHeader.EXPIRES);
        headers.put(HttpHeader.CACHE_CONTROL, String.join(", ", directives));
    }

    /** Changes the headers of an answer so that nobody may keep it. */
    public static void forbid(HttpFields.Mutable headers) {
        THEIRS.forEach(headers::remove);
        headers.remove(HttpHeader.EXPIRES);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    private static boolean is(String directive, String... names) {
        String name = directive.split("=", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Stream.of(names).anyMatch(name::equals);
    }
}
