package dev.understudy.http.reply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.junit.jupiter.api.Test;

/** Fields that were sent before are those that would be written anew. */
class KnownFieldsTest {

    private final AtomicInteger written = new AtomicInteger();
    private final KnownFields<Integer> fields = new KnownFields<>(value -> {
        written.incrementAndGet();
        return new HttpField(HttpHeader.AGE, Integer.toString(value));
    });

    @Test
    void aValueIsWrittenOnce() {
        HttpField first = fields.of(7);
        assertEquals("7", first.getValue());
        assertSame(first, fields.of(7));
        assertEquals(1, written.get());
    }

    @Test
    void valuesOfOnePlaceTakeItFromEachOther() {
        for (int value = -1000; value < 1000; value++) {
            assertEquals(Integer.toString(value), fields.of(value).getValue());
        }
        assertEquals("7", fields.of(7).getValue());
        assertEquals("71", fields.of(71).getValue());
        assertEquals("7", fields.of(7).getValue());
    }
}
