package dev.understudy.engine.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.catalog.Syntaxes;
import dev.understudy.image.Color;
import dev.understudy.image.Samples;
import dev.understudy.protocol.properties.PropertyValues;
import dev.understudy.protocol.properties.UserData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertiesTest {

    @Test
    void userDataAsTextEndsEachLine() {
        assertEquals("a=1\r\nb=2\r\n", UserData.text("a=1\nb=2"));
        assertEquals("a=1\r\nb=2\r\n", UserData.text("a=1\r\nb=2\r\n"));
    }

    @Test
    void noUserDataIsOneLineEnd() {
        assertEquals("\r\n", UserData.text(""));
    }

    @Test
    void userDataAsPropertiesKeepsOrderAndValues() {
        Map<String, String> properties = UserData.properties("Title = The bridge\r\n\r\nempty=\nalone\nurl=a=b");
        assertEquals(List.of("Title", "empty", "alone", "url"), List.copyOf(properties.keySet()));
        assertEquals(List.of("The bridge", "", "", "a=b"), List.copyOf(properties.values()));
    }

    @Test
    void valuesAreWrittenAsTheReferenceHasThem() {
        assertEquals("0a0b0c", PropertyFormats.hex(new Color(10, 11, 12, 0)));
        assertEquals("100", PropertyValues.real(100));
        assertEquals("0.25", PropertyValues.real(0.25));
        assertEquals("0", PropertyValues.real(0));
        assertEquals("0.1", PropertyValues.hours(Duration.ofMinutes(6)));
        assertEquals("-1", PropertyValues.hours(Syntaxes.NEVER_EXPIRES));
        assertEquals("01/02/2026 03:04:05 GMT", PropertyValues.time(Instant.parse("2026-01-02T03:04:05Z")));
        assertEquals("BW", PropertyFormats.pixelType(Samples.GRAY));
        assertEquals("RGB", PropertyFormats.pixelType(Samples.YCC));
    }
}
