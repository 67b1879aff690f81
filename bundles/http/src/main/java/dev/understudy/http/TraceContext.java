package dev.understudy.http;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace, as requests tell of it.
 *
 * <p>Source: the recommendation Trace Context of the W3C.
 *
 * @param traceId 32 lower-case hexadecimal digits, the same for all requests of a trace
 * @param parentId 16 lower-case hexadecimal digits, which tell whoever has sent the request
 * @param flags what is known of the trace: whether it is recorded, and whether its id is random
 */
public record TraceContext(String traceId, String parentId, int flags) {

    /** The header that carries the place. */
    public static final String HEADER = "traceparent";

    /** The header that carries what others have noted of the trace; void without a valid {@link #HEADER}. */
    public static final String STATE_HEADER = "tracestate";

    /** The request attribute with the place of the request that was sent to a secondary server. */
    public static final String FORWARDED = TraceContext.class.getName();

    /** The bits that the recommendation gives a meaning; all others are sent as 0. */
    private static final int KNOWN_FLAGS = 0x03;

    private static final String UNUSABLE_VERSION = "ff";
    private static final String VERSION = "00";
    private static final int LENGTH = 55;
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");
    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final HexFormat HEX = HexFormat.of();

    /** Returns the place that the headers of a request tell; null when they tell none that is valid. */
    public static @Nullable TraceContext of(HttpFields headers) {
        List<String> values = headers.getValuesList(HEADER);
        return values.size() == 1 ? parse(values.get(0)) : null;
    }

    /** Reads the value of a header; null for one that is not valid. Of later versions, what this one knows is read. */
    static @Nullable TraceContext parse(String value) {
        Matcher parts = FORM.matcher(value.strip());
        if (!parts.matches()) {
            return null;
        }
        String version = parts.group(1);
        boolean known = version.equals(VERSION) ? value.strip().length() == LENGTH : !version.equals(UNUSABLE_VERSION);
        boolean empty = ZEROS.matcher(parts.group(2)).matches()
                || ZEROS.matcher(parts.group(3)).matches();
        return known && !empty
                ? new TraceContext(
                        parts.group(2), parts.group(3), HexFormat.fromHexDigits(parts.group(4)) & KNOWN_FLAGS)
                : null;
    }

    /** Begins a trace that is not recorded. */
    public static TraceContext begin() {
        return new TraceContext(randomId() + randomId(), randomId(), 0);
    }

    /** Returns the place of a request that is sent on behalf of this one. */
    public TraceContext child() {
        return new TraceContext(traceId, randomId(), flags);
    }

    /** Returns the value of the header. */
    public String headerValue() {
        return VERSION + "-" + traceId + "-" + parentId + "-" + HEX.toHexDigits((byte) flags);
    }

    /** Returns 16 digits, not all of them 0. */
    private static String randomId() {
        long id;
        do {
            id = ThreadLocalRandom.current().nextLong();
        } while (id == 0);
        return HEX.toHexDigits(id);
    }
}
