package dev.understudy.http.reply;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The part of a body that is sent; RFC 9110, section 14.
 *
 * @param offset of the first byte
 * @param length in bytes; 0 when a request asks for bytes beyond the end
 */
record ByteRange(long offset, long length) {

    private static final Pattern SINGLE = Pattern.compile("(?i:bytes)=(\\d{1,18})?-(\\d{1,18})?");

    /**
     * Returns the part that a request asks for. A request for several parts, or with a malformed range, gets the whole body, as the
     * standard allows.
     *
     * @param total the length of the body
     */
    static ByteRange of(HttpFields headers, long total) {
        ByteRange whole = whole(total);
        List<String> values = headers.getValuesList(HttpHeader.RANGE);
        Matcher range = SINGLE.matcher(values.size() == 1 ? values.get(0).strip() : "");
        if (!range.matches() || (range.group(1) == null && range.group(2) == null)) {
            return whole;
        }
        if (range.group(1) == null) {
            long last = Math.min(total, Long.parseLong(range.group(2)));
            return new ByteRange(total - last, last);
        }
        long first = Long.parseLong(range.group(1));
        long end = range.group(2) == null ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        if (end < first) {
            return whole;
        }
        return first >= total ? new ByteRange(total, 0) : new ByteRange(first, Math.min(end, total - 1) - first + 1);
    }

    /** Returns the whole of a body. */
    static ByteRange whole(long total) {
        return new ByteRange(0, total);
    }

    /** Returns the value of {@code Content-Range}. */
    String header(long total) {
        return length == 0 ? "bytes */" + total : "bytes " + offset + "-" + (offset + length - 1) + "/" + total;
    }
}
