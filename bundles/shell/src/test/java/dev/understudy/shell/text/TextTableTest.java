package dev.understudy.shell.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsAreAlignedNumbersToTheRight() {
        TextTable table = new TextTable("name", "count", "note");
        table.row("a", 7, "short");
        table.row("a longer name", 12_345_678L, "");
        assertEquals("""
                name           count     note
                a                     7  short
                a longer name  12345678""", table.toString());
    }

    @Test
    void cellsStayInTheirLineAndGiveTheTerminalNoOrders() {
        TextTable table = new TextTable("x");
        table.row("two\r\nlines\u001b[31m red \u202e turned \u2028");
        assertEquals("x\ntwo lines [31m red   turned", table.toString());
    }

    @Test
    void aTableMayHaveTitlesOnly() {
        assertEquals("a  b", new TextTable("a", "b").toString());
    }

    @Test
    void momentsAreInTheTimeOfTheZone() {
        assertEquals(
                "2026-03-01 15:04:05",
                new TimestampFormat(ZoneId.of("Europe/Zurich")).text(Instant.parse("2026-03-01T14:04:05.999Z")));
    }
}
