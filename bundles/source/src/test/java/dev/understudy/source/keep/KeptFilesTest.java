package dev.understudy.source.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.source.keep.KeptFreshness.Keepers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is pinned stays on disk, whatever becomes of its name. */
class KeptFilesTest {

    @TempDir
    Path temp;

    private KeptFolder folder;
    private KeptFiles files;

    @BeforeEach
    void begin() {
        folder = new RunFolder(temp.resolve("kept"));
        files = new KeptFiles(folder, 100);
    }

    private FetchedFile file(String content) throws IOException {
        Path path = Files.writeString(folder.newFile(), content);
        KeptFreshness freshness = new KeptFreshness(Duration.ofMinutes(1), Duration.ZERO, Keepers.ALL, Duration.ZERO);
        FetchedFile.FetchedState state = new FetchedFile.FetchedState(0, content.length(), content, null, null);
        return FetchedFile.fetched(path, state, freshness, Instant.EPOCH);
    }

    @Test
    void aPinnedFileOutlastsThatWhichTakesItsPlace() throws IOException {
        FetchedFile first = file("first");
        FetchedFile second = file("second");
        FetchedFile third = file("third");
        files.pin("a");
        files.put("a", first);
        files.put("a", second);
        files.put("a", third);
        assertEquals(third, files.findToDraw("a"));
        assertTrue(Files.exists(first.file()) && Files.exists(second.file()));
        assertEquals(5, files.bytes());
        files.unpin("a");
        assertFalse(Files.exists(first.file()) || Files.exists(second.file()));
        assertTrue(Files.exists(third.file()));
    }

    @Test
    void whatComesAfterTheEndTakesNothingFromTheNextRun() throws IOException {
        LastingFolder lasting = new LastingFolder(temp.resolve("lasting"));
        lasting.earlier(Instant.EPOCH);
        KeptFiles kept = new KeptFiles(lasting, 100);
        Path path = Files.writeString(lasting.newFile(), "first");
        FetchedFile.FetchedState state = new FetchedFile.FetchedState(0, 5, "first", "\"tag\"", null);
        KeptFreshness freshness = new KeptFreshness(Duration.ofMinutes(1), Duration.ZERO, Keepers.ALL, Duration.ZERO);
        FetchedFile first = FetchedFile.fetched(path, state, freshness, Instant.EPOCH);
        lasting.note("a", first, "digest", Instant.EPOCH);
        kept.close();
        LastingFolder next = new LastingFolder(temp.resolve("lasting"));
        assertEquals(1, next.earlier(Instant.EPOCH).size());
        kept.put("a", first);
        assertTrue(Files.exists(path));
        next.close();
    }

    @Test
    void aFileThatNobodyUsesGoesAtOnce() throws IOException {
        FetchedFile first = file("first");
        files.put("a", first);
        files.put("a", file("second"));
        assertFalse(Files.exists(first.file()));
    }

    @Test
    void whatHasGoneFromItsServerIsReadOnWhileItIsPinned() throws IOException {
        FetchedFile first = file("first");
        files.pin("a");
        files.pin("a");
        files.put("a", first);
        files.drop("a");
        files.drop("a");
        assertNull(files.find("a"));
        assertEquals(first, files.findToDraw("a"));
        assertEquals(0, files.bytes());
        files.unpin("a");
        assertTrue(Files.exists(first.file()));
        files.unpin("a");
        assertFalse(Files.exists(first.file()));
        assertNull(files.findToDraw("a"));
    }
}
