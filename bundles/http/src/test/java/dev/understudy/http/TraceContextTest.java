package dev.understudy.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header traceparent, as the recommendation of the W3C has it. */
class TraceContextTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    @ParameterizedTest
    @CsvSource({
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 1",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00, 0",
        "' 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03 ', 3",
        // Flags that are not known yet, and a version that is later.
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-ff, 3",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 1",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-the-future-is-like, 1",
    })
    void validOnes(String value, int flags) {
        assertEquals(new TraceContext(ID, PARENT, flags), TraceContext.parse(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.what",
                "0-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
            })
    void invalidOnes(String value) {
        assertNull(TraceContext.parse(value));
    }

    @Test
    void ofTwoHeadersNoneCounts() {
        String one = "00-" + ID + "-" + PARENT + "-01";
        assertNotNull(TraceContext.of(HttpFields.build().add("Traceparent", one)));
        assertNull(TraceContext.of(HttpFields.build().add("traceparent", one).add("traceparent", one)));
        assertNull(TraceContext.of(HttpFields.build()));
    }

    @Test
    void aChildHasAParentOfItsOwn() {
        TraceContext child = new TraceContext(ID, PARENT, 1).child();
        assertEquals(ID, child.traceId());
        assertNotEquals(PARENT, child.parentId());
        assertEquals("00-" + ID + "-" + child.parentId() + "-01", child.headerValue());
        assertEquals(child, TraceContext.parse(child.headerValue()));
        TraceContext begun = TraceContext.begin();
        assertEquals(begun, TraceContext.parse(begun.headerValue()));
    }
}
