package dev.understudy.http.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.http.TraceContext;
import dev.understudy.http.condition.EntityTagList;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of headers that somebody else has thought of: ranges lie in the body, tags and traces are those that were sent. */
class HeaderFuzzTest {

    static Stream<Arguments> values() {
        return Stream.of(
                        "bytes=0-499",
                        "bytes=-5",
                        "BYTES=9-",
                        "bytes=999999999999999999-999999999999999999",
                        "\"a\", W/\"b\" ,\"c\"",
                        "*",
                        "\"a\"\"b\"",
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff-more")
                .map(text -> Arguments.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("values")
    @FuzzTest
    void value(byte[] input) {
        String value = new String(input, StandardCharsets.ISO_8859_1);
        for (long total : new long[] {0, 1, 10, Long.MAX_VALUE}) {
            ByteRange range = ByteRange.of(HttpFields.from(new HttpField(HttpHeader.RANGE, value)), total);
            assertTrue(range.offset() >= 0 && range.length() >= 0, value);
            assertTrue(range.offset() <= total - range.length(), value);
            assertTrue(range.header(total).startsWith("bytes "), value);
        }
        tags(value);
        trace(value);
    }

    private static void tags(String value) {
        EntityTagList list = EntityTagList.of(value);
        for (String tag : list.tags()) {
            assertTrue(value.contains(tag), value);
            assertTrue(tag.endsWith("\""), value);
            assertTrue(list.matchesWeakly(tag), value);
            assertEquals(!tag.startsWith("W/"), list.matchesStrongly(tag), value);
        }
        if (list.isWellFormed() && !list.isAny()) {
            assertEquals(
                    list.tags(),
                    EntityTagList.of(String.join(", ", list.tags())).tags(),
                    value);
        } else {
            assertTrue(list.tags().isEmpty(), value);
        }
    }

    private static void trace(String value) {
        TraceContext trace = TraceContext.of(HttpFields.from(new HttpField(TraceContext.HEADER, value)));
        if (trace != null) {
            assertTrue(value.contains(trace.traceId()) && value.contains(trace.parentId()), value);
            HttpFields sent = HttpFields.from(new HttpField(TraceContext.HEADER, trace.headerValue()));
            assertEquals(trace, TraceContext.of(sent), value);
            assertFalse(trace.child().parentId().equals(trace.parentId()), value);
        }
    }
}
