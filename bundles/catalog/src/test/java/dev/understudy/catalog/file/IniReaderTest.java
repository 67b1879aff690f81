package dev.understudy.catalog.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class IniReaderTest {

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void recordsEndInAnyKindOfLineBreak() throws Exception {
        assertEquals(
                List.of(
                        new IniEntry("RootId", "shop", 1),
                        new IniEntry("MaxPix", "2000,2000", 2),
                        new IniEntry("DefaultImage", "", 3),
                        new IniEntry("A.b-c_1", "x=y", 5)),
                read("RootId=shop\r\nMaxPix = 2000,2000 \rDefaultImage=\n\nA.b-c_1= x=y"));
        assertEquals(List.of(), diagnostics.list());
    }

    @Test
    void commentsAreNoRecords() throws Exception {
        assertEquals(List.of(new IniEntry("RootId", "a # b", 3)), read("# RootId=x\n  #RootId=y \\\nRootId=a # b\n"));
        assertEquals(List.of(), diagnostics.list());
    }

    @Test
    void anEscapedLineBreakIsPartOfTheValue() throws Exception {
        assertEquals(
                List.of(
                        new IniEntry("CatalogFile", "a.tsv,\nb.tsv", 1),
                        new IniEntry("RootPath", "\\\\server\\share\\\\", 3),
                        new IniEntry("RootId", "last", 4)),
                read("CatalogFile=a.tsv,\\\r\nb.tsv\nRootPath=\\\\server\\share\\\\\nRootId=last\\"));
    }

    @Test
    void valuesMayBeQuoted() throws Exception {
        assertEquals(
                List.of(
                        new IniEntry("A", "  spaced  ", 1),
                        new IniEntry("B", "This month's \"Special\"", 2),
                        new IniEntry("C", "\"a.tsv\",\"b.tsv\"", 3),
                        new IniEntry("D", "'", 4)),
                read("A=\"  spaced  \"\nB='This month''s \"Special\"'\nC=\"a.tsv\",\"b.tsv\"\nD='\n"));
    }

    @Test
    void whatIsNoRecordIsNotedWithItsLine() throws Exception {
        assertEquals(List.of(new IniEntry("B", "2", 4)), read("A\n=1\nnot a name=3\nB=2"));
        assertEquals(
                List.of(1, 2, 3),
                diagnostics.list().stream().map(Diagnostic::line).toList());
    }

    @Test
    void aBinaryFileIsNone() {
        MalformedFileException thrown =
                assertThrows(MalformedFileException.class, () -> read("RootId=a\n\u0089PNG\u0000\u0000\n"));
        assertEquals(new Diagnostic(2, "this is not a text file", true), thrown.finding());
    }

    private List<IniEntry> read(String text) throws Exception {
        return IniReader.read(new StringReader(text), diagnostics);
    }
}
