package dev.understudy.image.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.understudy.serve.AcceptedTypes;
import org.junit.jupiter.api.Test;

/** Values that were read before are not read again, and all are read as without that. */
class AcceptReaderTest {

    private static final String BROWSER = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";

    private final AcceptReader reader = new AcceptReader();

    @Test
    void theSameValueIsReadOnce() {
        AcceptedTypes types = reader.read(BROWSER);
        assertEquals(AcceptedTypes.of(BROWSER), types);
        assertSame(types, reader.read(BROWSER));
    }

    @Test
    void manyValuesAreReadEachForItself() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 1000; i++) {
                String value = "image/x" + i + ";q=0." + i;
                assertEquals(AcceptedTypes.of(value), reader.read(value));
            }
        }
    }

    @Test
    void aLongValueIsNotRemembered() {
        String longer = BROWSER + ",image/x".repeat(100);
        assertEquals(AcceptedTypes.of(longer), reader.read(longer));
        assertNotSame(reader.read(longer), reader.read(longer));
    }
}
