package dev.understudy.engine.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ClientMessagesTest {

    @Test
    void nothingIsHiddenInALog() {
        assertEquals("one linetwo[31mred", ClientMessages.printable("one\r\n line\u2028two\u001b[31mred\u202e\0"));
        assertEquals("Größe 尺寸 \ud83d\ude00", ClientMessages.printable("Größe 尺寸 \ud83d\ude00\ud83d"));
    }

    @Test
    void aMessageIsShort() {
        assertEquals(256, ClientMessages.printable("x".repeat(10_000)).length());
        assertEquals(
                512, ClientMessages.printable("\ud83d\ude00".repeat(10_000)).length());
    }
}
