package dev.understudy.catalog.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.file.TableRow.Cell;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableReaderTest {

    @Test
    void rowsEndInAnyKindOfLineBreak() throws Exception {
        assertEquals(
                List.of(row(1, "a", "b"), row(2, "c", ""), row(3, "", "d"), row(6, "e")),
                read("a\tb\rc\t\r\n\td\n\r\n\ne"));
    }

    @Test
    void spacesBelongToTheirField() throws Exception {
        assertEquals(List.of(row(1, " a ", "b ")), read(" a \tb \n"));
    }

    @Test
    void quotedFieldsMayHoldAnything() throws Exception {
        assertEquals(
                List.of(
                        new TableRow(
                                1,
                                List.of(
                                        new Cell("say \"hi\"", true),
                                        new Cell("a\tb\r\nc\rd\n", true),
                                        new Cell("", true))),
                        row(5, "next")),
                read("\"say \"\"hi\"\"\"\t\"a\tb\r\nc\rd\n\"\t\"\"\nnext"));
    }

    @Test
    void aMarkWithinAFieldIsAMark() throws Exception {
        assertEquals(List.of(row(1, "5\" frame", "it's", "x\"\"")), read("5\" frame\tit's\tx\"\""));
    }

    @Test
    void whatGoesOnAfterItsClosingMarkWasNotQuoted() throws Exception {
        assertEquals(List.of(row(1, "\"Big\" sale", "b"), row(2, "c")), read("\"Big\" sale\tb\nc"));
    }

    @Test
    void anUnclosedQuotationIsTheFaultOfTheLineThatOpensIt() {
        MalformedFileException thrown =
                assertThrows(MalformedFileException.class, () -> read("a\tb\nc\t\"open\nd\te\n"));
        assertEquals(2, thrown.finding().line());
    }

    @Test
    void longFieldsAreReadAndEndlessOnesAreNot() throws Exception {
        String megabyte = "x".repeat(1 << 20);
        assertEquals(
                megabyte, read("a\t" + megabyte + "\tb").get(0).cells().get(1).text());
        MalformedFileException thrown =
                assertThrows(MalformedFileException.class, () -> read("a\n" + "x".repeat(10_000_000)));
        assertEquals(2, thrown.finding().line());
        assertThrows(MalformedFileException.class, () -> read("a\n\"" + "x\n".repeat(5_000_000)));
        assertThrows(MalformedFileException.class, () -> read("\t".repeat(10_000_000)));
    }

    @Test
    void aBinaryFileIsNone() {
        MalformedFileException thrown =
                assertThrows(MalformedFileException.class, () -> read("Id\tPath\n\u0000\u0001"));
        assertEquals(2, thrown.finding().line());
        assertThrows(MalformedFileException.class, () -> read("\"a\u0000b\""));
    }

    @Test
    void nothingIsNoRow() throws Exception {
        assertTrue(read("").isEmpty());
        assertTrue(read("\r\n\n\r").isEmpty());
    }

    private static List<TableRow> read(String text) throws Exception {
        TableReader reader = new TableReader(new StringReader(text));
        List<TableRow> rows = new ArrayList<>();
        for (TableRow row = reader.next(); row != null; row = reader.next()) {
            rows.add(row);
        }
        return rows;
    }

    private static TableRow row(int line, String... cells) {
        List<Cell> all = new ArrayList<>();
        for (String cell : cells) {
            all.add(new Cell(cell, false));
        }
        return new TableRow(line, all);
    }
}
