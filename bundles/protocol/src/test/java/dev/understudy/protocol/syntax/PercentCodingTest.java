package dev.understudy.protocol.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentCodingTest {

    @ParameterizedTest
    @CsvSource({
        "a+b,a b",
        "%41%42,AB",
        "%c3%a9,é",
        "%E9,é",
        "%E9t%C3%A9,été",
        "caf%E9 é,café é",
        "%,%",
        "%4,%4",
        "%4g,%4g",
        "100%25,100%",
        "%25%34%31,%41",
        "%F0%9F%8C%BC,\uD83C\uDF3C",
        "%C0%AE,À®",
        "%ED%A0%80,'í\u00a0\u0080'",
    })
    void decodesValues(String raw, String expected) {
        assertEquals(expected, PercentCoding.decodeValue(raw));
    }

    @Test
    void plusSignsStayInPaths() {
        assertEquals("a+b c", PercentCoding.decode("a+b%20c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "100%", "$x$", "is{a?b&c=d}", "é Ω \uD83C\uDF3C", "a+b", "/a/b:c", "\n\t"})
    void encodedTextComesBack(String text) {
        String encoded = PercentCoding.encode(text);
        assertEquals(text, PercentCoding.decodeValue(encoded));
        assertEquals(text, PercentCoding.decode(encoded));
        assertFalse(encoded.matches(".*[$&=?{}()+ ].*"), encoded);
    }
}
