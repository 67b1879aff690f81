package dev.understudy.protocol.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "on, true, true, false",
        "off, false, false, false",
        "'OFF, on', false, true, false",
        "'on,off', true, false, false",
        "validate, true, true, true",
        "Update, true, true, true",
    })
    void forTheClientAndThenForTheServer(String value, boolean client, boolean server, boolean renew) {
        assertEquals(new CacheChoice(client, server, renew), CacheChoice.parse(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maybe", "on,", "on,off,on", "validate,on", "on,update"})
    void nothingElse(String value) {
        assertThrows(IllegalArgumentException.class, () -> CacheChoice.parse(value));
    }
}
