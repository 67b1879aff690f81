package dev.understudy.http.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log file for each day, and the deletion of old ones. */
class DailyFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private TreeSet<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        }
    }

    @Test
    void eachDayHasItsFile() throws Exception {
        DailyFile file = new DailyFile(folder.resolve("new/logs"), "access-", 10);
        file.write(TODAY, List.of("a", "b"));
        file.write(TODAY, List.of("c"));
        file.write(TODAY.plusDays(1), List.of("d"));
        file.close();
        assertEquals("a\nb\nc\n", Files.readString(folder.resolve("new/logs/access-2026-03-01.log")));
        assertEquals("d\n", Files.readString(folder.resolve("new/logs/access-2026-03-02.log")));
    }

    @Test
    void linesAreAppendedToAnExistingFile() throws Exception {
        Files.writeString(folder.resolve("access-2026-03-01.log"), "before\n");
        DailyFile file = new DailyFile(folder, "access-", 10);
        file.write(TODAY, List.of("after"));
        file.close();
        assertEquals("before\nafter\n", Files.readString(folder.resolve("access-2026-03-01.log")));
    }

    @Test
    void onlyItsOwnOldFilesAreDeletedAtStartAndEachDay() throws Exception {
        for (String name : List.of(
                "access-2026-02-18.log",
                "access-2026-02-19.log",
                "access-1999-01-01.log",
                "access-backup.log",
                "access-.log",
                "access-2026-02-30.log",
                "other-1999-01-01.log",
                "access-1999-01-01.txt")) {
            Files.writeString(folder.resolve(name), "x");
        }
        DailyFile file = new DailyFile(folder, "access-", 10);
        file.write(TODAY, List.of());
        assertEquals(
                List.of(
                        "access-.log",
                        "access-1999-01-01.txt",
                        "access-2026-02-19.log",
                        "access-2026-02-30.log",
                        "access-2026-03-01.log",
                        "access-backup.log",
                        "other-1999-01-01.log"),
                List.copyOf(names()));
        file.write(TODAY.plusDays(1), List.of());
        assertFalse(names().contains("access-2026-02-19.log"));
        file.close();
    }

    @Test
    void afterAFailureLinesGoToTheSameFile() throws Exception {
        Path logs = folder.resolve("logs");
        DailyFile file = new DailyFile(logs, "access-", 10);
        file.write(TODAY, List.of("a"));
        file.close();
        Files.move(logs, folder.resolve("moved"));
        Files.writeString(logs, "a file where the folder was");
        assertThrows(IOException.class, () -> file.write(TODAY, List.of("b")));
        Files.delete(logs);
        file.write(TODAY, List.of("c"));
        file.close();
        assertEquals("c\n", Files.readString(logs.resolve("access-2026-03-01.log")));
    }

    @Test
    void aFolderThatCannotBeMadeFailsAtOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        var settings = new AccessLogSettings(file.resolve("logs"), 10, "access-", "%s");
        assertThrows(IOException.class, () -> AccessLog.open(settings, NOON));
    }

    @Test
    void aWriterThatIsOverrunNeverBlocks() throws Exception {
        Path logs = folder.resolve("logs");
        try (LogWriter writer = LogWriter.start(new DailyFile(logs, "access-", 10), NOON)) {
            for (int i = 0; i < 100_000; i++) {
                writer.offer("line " + i);
            }
        }
        List<String> lines = Files.readAllLines(logs.resolve("access-2026-03-01.log"));
        assertTrue(lines.size() >= 16_384, "only " + lines.size());
        assertEquals("line 0", lines.get(0));
    }

    @Test
    void aWriterSurvivesAFullDisk() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        Path log = Files.createSymbolicLink(folder.resolve("access-2026-03-01.log"), full);
        try (LogWriter writer = LogWriter.start(new DailyFile(folder, "access-", 10), NOON)) {
            writer.offer("lost");
            Files.delete(log);
            while (!Files.exists(log) || Files.size(log) == 0) {
                writer.offer("kept");
                Thread.onSpinWait();
            }
        }
        assertTrue(Files.readAllLines(log).contains("kept"));
    }
}
