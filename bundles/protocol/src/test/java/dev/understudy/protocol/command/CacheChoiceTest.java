package dev.understudy.protocol.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.protocol.command.CacheChoice.ServerCache;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "on, true, ON",
        "off, false, OFF",
        "'OFF, on', false, ON",
        "'on,off', true, OFF",
        "validate, true, VALIDATE",
        "Update, true, UPDATE",
    })
    void forTheClientAndThenForTheServer(String value, boolean client, ServerCache server) {
        assertEquals(new CacheChoice(client, server), CacheChoice.parse(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "maybe", "on,", "on,off,on", "validate,on", "on,update"})
    void nothingElse(String value) {
        assertThrows(IllegalArgumentException.class, () -> CacheChoice.parse(value));
    }
}
