package dev.understudy.protocol.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.Syntaxes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyValuesTest {

    @ParameterizedTest
    @CsvSource({"100, 100", "0.25, 0.25", "0, 0", "1e7, 10000000", "-1.50, -1.5"})
    void numbersHaveNoTrailingZeros(double value, String text) {
        assertEquals(text, PropertyValues.real(value));
    }

    @Test
    void lifetimesAreHours() {
        assertEquals("0.1", PropertyValues.hours(Duration.ofMinutes(6)));
        assertEquals("24", PropertyValues.hours(Duration.ofDays(1)));
        assertEquals("-1", PropertyValues.hours(Syntaxes.NEVER_EXPIRES));
    }

    @Test
    void timesAndFlags() {
        assertEquals("06/21/2018 12:00:00 GMT", PropertyValues.time(Instant.parse("2018-06-21T12:00:00Z")));
        assertEquals("1", PropertyValues.flag(true));
        assertEquals("0", PropertyValues.flag(false));
    }
}
