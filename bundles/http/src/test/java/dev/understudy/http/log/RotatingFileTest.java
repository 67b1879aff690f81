package dev.understudy.http.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log file for each day and each so many bytes, and the deletion of old ones. */
class RotatingFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private static AccessLogSettings settings(Path folder, long maxSize, int maxFiles) {
        return new AccessLogSettings(folder, 10, maxSize, maxFiles, "access-", LogFormat.PATTERN, "%s");
    }

    private static RotatingFile file(Path folder) {
        return new RotatingFile(folder, settings(folder, Long.MAX_VALUE, 100));
    }

    private static LineBuffer lines(String... lines) {
        LineBuffer buffer = new LineBuffer();
        for (String text : lines) {
            line(text).accept(buffer);
        }
        return buffer;
    }

    private static Consumer<LineBuffer> line(String text) {
        return buffer -> {
            buffer.text(text);
            buffer.end();
        };
    }

    private TreeSet<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        }
    }

    @Test
    void eachDayHasItsFile() throws Exception {
        RotatingFile file = file(folder.resolve("new/logs"));
        file.write(TODAY, lines("a", "b"));
        file.write(TODAY, lines("c"));
        file.write(TODAY.plusDays(1), lines("d"));
        file.close();
        assertEquals("a\nb\nc\n", Files.readString(folder.resolve("new/logs/access-2026-03-01.log")));
        assertEquals("d\n", Files.readString(folder.resolve("new/logs/access-2026-03-02.log")));
    }

    @Test
    void linesAreAppendedToAnExistingFile() throws Exception {
        Files.writeString(folder.resolve("access-2026-03-01.log"), "before\n");
        RotatingFile file = file(folder);
        file.write(TODAY, lines("after"));
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
        RotatingFile file = file(folder);
        file.write(TODAY, lines());
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
        file.write(TODAY.plusDays(1), lines());
        assertFalse(names().contains("access-2026-02-19.log"));
        file.close();
    }

    @Test
    void aFileThatIsFullIsPutAsideUnderItsNumber() throws Exception {
        Files.writeString(folder.resolve("access-2026-03-01.log"), "0123456\n");
        Files.writeString(folder.resolve("access-2026-03-01.7.log"), "put aside before\n");
        RotatingFile file = new RotatingFile(folder, settings(folder, 10, 100));
        file.write(TODAY, lines("a", "bb", "\u00fcber", "longer than ten bytes", "c"));
        file.write(TODAY.plusDays(1), lines("the next day"));
        file.close();
        assertEquals("0123456\na\n", Files.readString(folder.resolve("access-2026-03-01.8.log")));
        assertEquals("bb\n\u00fcber\n", Files.readString(folder.resolve("access-2026-03-01.9.log")));
        assertEquals("longer than ten bytes\n", Files.readString(folder.resolve("access-2026-03-01.10.log")));
        assertEquals("c\n", Files.readString(folder.resolve("access-2026-03-01.log")));
        assertEquals("the next day\n", Files.readString(folder.resolve("access-2026-03-02.log")));
    }

    @Test
    void ofTooManyFilesTheOldestAreDeleted() throws Exception {
        Files.writeString(folder.resolve("access-2026-02-28.log"), "yesterday");
        RotatingFile file = new RotatingFile(folder, settings(folder, 2, 3));
        file.write(TODAY, lines("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"));
        file.close();
        assertEquals(
                List.of("access-2026-03-01.10.log", "access-2026-03-01.11.log", "access-2026-03-01.log"),
                List.copyOf(names()));
        assertEquals("12\n", Files.readString(folder.resolve("access-2026-03-01.log")));
    }

    @Test
    void filesThatWerePutAsideGetTooOldToo() throws Exception {
        Files.writeString(folder.resolve("access-2026-02-18.3.log"), "x");
        Files.writeString(folder.resolve("access-2026-02-18.x.log"), "x");
        RotatingFile file = file(folder);
        file.write(TODAY, lines());
        file.close();
        assertEquals(List.of("access-2026-02-18.x.log", "access-2026-03-01.log"), List.copyOf(names()));
    }

    @Test
    void othersDoNotReadLogs() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        RotatingFile file = new RotatingFile(folder, settings(folder, 2, 100));
        file.write(TODAY, lines("a", "b"));
        file.close();
        for (String name : names()) {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
            assertTrue(permissions.startsWith("rw-") && permissions.endsWith("---"), name + " " + permissions);
        }
    }

    @Test
    void afterAFailureLinesGoToTheSameFile() throws Exception {
        Path logs = folder.resolve("logs");
        RotatingFile file = file(logs);
        file.write(TODAY, lines("a"));
        file.close();
        Files.move(logs, folder.resolve("moved"));
        Files.writeString(logs, "a file where the folder was");
        assertThrows(IOException.class, () -> file.write(TODAY, lines("b")));
        Files.delete(logs);
        file.write(TODAY, lines("c"));
        file.close();
        assertEquals("c\n", Files.readString(logs.resolve("access-2026-03-01.log")));
    }

    @Test
    void aFolderThatCannotBeMadeFailsAtOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        var settings = settings(file.resolve("logs"), Long.MAX_VALUE, 100);
        assertThrows(IOException.class, () -> AccessLog.open(settings, NOON));
    }

    @Test
    void aWriterThatIsOverrunNeverBlocks() throws Exception {
        Path logs = folder.resolve("logs");
        try (LogWriter writer = LogWriter.start(file(logs), NOON)) {
            for (int i = 0; i < 100_000; i++) {
                writer.offer(line("line " + i));
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
        try (LogWriter writer = LogWriter.start(file(folder), NOON)) {
            writer.offer(line("lost"));
            Files.delete(log);
            while (!Files.exists(log) || Files.size(log) == 0) {
                writer.offer(line("kept"));
                Thread.onSpinWait();
            }
        }
        assertTrue(Files.readAllLines(log).contains("kept"));
    }
}
