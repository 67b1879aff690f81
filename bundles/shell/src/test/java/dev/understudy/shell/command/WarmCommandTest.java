package dev.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.SourceWarming;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarmCommandTest {

    private static final int MOST = 3;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final List<String> wanted = new ArrayList<>();
    private long maxBytes = 4 << 20;

    /** Takes three records. */
    private final class Warming implements SourceWarming {

        @Override
        public WarmingFigures figures() {
            return new WarmingFigures(6, 3 << 19, maxBytes, 2, 40, 1);
        }

        @Override
        public int purge(Collection<ReplySelection> which) {
            throw new AssertionError("nobody asks for that");
        }

        @Override
        public int warm(Collection<CatalogRecord> records) {
            records.forEach(record -> wanted.add(record.id()));
            return Math.min(MOST, records.size());
        }
    }

    private final WarmCommand command = new WarmCommand(new Warming(), new CatalogService() {
        @Override
        public Catalogs catalogs() {
            return catalogs;
        }

        @Override
        public List<CatalogProblem> problems() {
            return List.of();
        }
    });

    @BeforeEach
    void fill() {
        catalogs.defaults().record("none", "none.png");
        catalogs.tenant("shop")
                .record("oak", "a")
                .record("elm", "b")
                .record("ash", "c")
                .record("fir", "d");
    }

    @Test
    void tellsWhatIsKept() {
        assertEquals("6 levels, 1.5 of 4.0 MB, 2 sources wait; used 40 times, 1 were damaged.", command.run(List.of()));
        maxBytes = 0;
        assertTrue(command.run(List.of()).startsWith("No image is kept smaller: levels.folder is empty"));
        assertTrue(command.run(List.of("shop")).startsWith("No image is kept smaller"));
        assertEquals(List.of(), wanted);
    }

    @Test
    void takesAllRecordsOfACatalog() {
        assertEquals("3 of 4 records wait.", command.run(List.of("shop")));
        assertEquals(4, wanted.size());
        assertEquals("1 of 1 record waits.", command.run(List.of("default")));
        assertEquals("none", wanted.get(4));
    }

    @Test
    void takesSomeRecords() {
        assertEquals("2 of 2 records wait.", command.run(List.of("shop", "elm", "fir")));
        assertEquals(List.of("elm", "fir"), wanted);
    }

    @Test
    void saysWhatIsNotThere() {
        assertEquals(
                "There is no catalog 'shops'",
                assertThrows(IllegalArgumentException.class, () -> command.run(List.of("shops")))
                        .getMessage());
        assertEquals(
                "The catalog has no record 'pine'",
                assertThrows(IllegalArgumentException.class, () -> command.run(List.of("shop", "elm", "pine")))
                        .getMessage());
    }
}
