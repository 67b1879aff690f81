package dev.understudy.cache.disk;

import static dev.understudy.cache.disk.CacheFixture.fetch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.observe.CacheUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of the cache that is emptied or deleted while it is used. */
class EmptiedFolderTest {

    @TempDir
    private Path temp;

    private Path folder;
    private CacheFixture fixture;

    @BeforeEach
    void newFixture() {
        folder = temp.resolve("replies");
        fixture = new CacheFixture(folder);
        fixture.memory = CacheFixture.MEGABYTE;
    }

    @Test
    void anEmptiedFolderIsUsedAtOnce() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "before");
            delete(folder, false);
            assertEquals(CacheUse.CREATED, fetch(cache, 2, "after").cacheUse());
            assertEquals(1, FaultyDisk.files(folder));
            assertEquals(1, cache.figures().entries());
            assertEquals(CacheUse.CREATED, fetch(cache, 1, "made anew").cacheUse());
            assertEquals(List.of(folder.toString()), fixture.open().foldersInUse(), "it is locked again");
        }
        try (DiskReplyCache cache = fixture.open()) {
            assertEquals("after", Replies.text(fetch(cache, 2, "unused")));
        }
    }

    @Test
    void aDeletedFolderIsMadeAnew() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "before");
            delete(folder, true);
            assertEquals(CacheUse.CREATED, fetch(cache, 2, "after").cacheUse());
            assertEquals(1, FaultyDisk.files(folder));
        }
    }

    @Test
    void soIsAnyFolderInIt() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "before");
            for (String name : List.of("tmp", Replies.key(1).substring(0, 2))) {
                delete(folder.resolve(name), true);
                assertEquals(
                        CacheUse.UPDATED,
                        cache.fetch(Replies.key(1), cached -> false, () -> Replies.reply("again"))
                                .cacheUse());
                assertEquals(1, FaultyDisk.files(folder));
            }
        }
    }

    @Test
    void aFolderThatCannotBeMadeForAWhileIsMadeThen() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            delete(folder, true);
            Files.writeString(folder, "in the way");
            assertEquals(CacheUse.IGNORED, fetch(cache, 1, "image").cacheUse());
            Files.delete(folder);
            fixture.advance(Duration.ofSeconds(5));
            assertEquals(CacheUse.CREATED, fetch(cache, 1, "image").cacheUse());
        }
    }

    @Test
    void nothingInItIsForEverybody() throws Exception {
        assumeTrue(Files.getFileStore(temp).supportsFileAttributeView("posix"), "no such permissions here");
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "image");
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertTrue(permissions.endsWith("---"), file + " " + permissions);
                assertEquals(Files.isDirectory(file) ? "rwx" : "rw-", permissions.substring(0, 3));
            }
        }
    }

    private static void delete(Path folder, boolean itself) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (itself || !file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }
}
