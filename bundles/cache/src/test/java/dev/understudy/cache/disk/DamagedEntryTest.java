package dev.understudy.cache.disk;

import static dev.understudy.cache.disk.CacheFixture.fetch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedEntryTest {

    private static final int ENTRY = 1;

    @TempDir
    private Path folder;

    private DiskReplyCache cache;
    private Path file;
    private byte[] written;

    @BeforeEach
    void writeAnEntry() throws Exception {
        cache = new CacheFixture(folder).open();
        fetch(cache, ENTRY, "the image");
        file = folder.resolve(Replies.key(ENTRY).substring(0, 2)).resolve(Replies.key(ENTRY));
        written = Files.readAllBytes(file);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void anyFlippedBitIsNoticedAndMended() throws Exception {
        for (int i = 0; i < written.length; i++) {
            byte[] damaged = written.clone();
            damaged[i] ^= (byte) (1 << i % 8);
            assertMended(damaged);
        }
    }

    @Test
    void anEntryCutShortAnywhereIsMended() throws Exception {
        for (int length = 0; length < written.length; length++) {
            assertMended(Arrays.copyOf(written, length));
        }
    }

    @Test
    void anEntryWithMoreBehindItIsMended() throws Exception {
        assertMended(Arrays.copyOf(written, written.length + 1));
    }

    @Test
    void anotherEntrysFileIsMended() throws Exception {
        fetch(cache, 2, "another image");
        Path other = folder.resolve(Replies.key(2).substring(0, 2)).resolve(Replies.key(2));
        assertMended(Files.readAllBytes(other));
    }

    @Test
    void aDeletedFileIsMadeAnew() throws Exception {
        Files.delete(file);
        assertEquals(CacheUse.CREATED, fetch(cache, ENTRY, "the image").cacheUse());
    }

    @Test
    void aDamagedFileIsDeletedEvenIfItCannotBeMadeAnew() throws Exception {
        Files.write(file, Arrays.copyOf(written, 20));
        Reply unkept = Replies.reply("the image").withDigest(null);
        assertEquals(
                CacheUse.IGNORED,
                cache.fetch(Replies.key(ENTRY), cached -> true, () -> unkept).cacheUse());
        assertFalse(Files.exists(file));
    }

    private void assertMended(byte[] damaged) throws Exception {
        Files.write(file, damaged);
        Reply made = fetch(cache, ENTRY, "the image");
        assertEquals(CacheUse.CREATED, made.cacheUse());
        Reply again = fetch(cache, ENTRY, "unused");
        assertEquals("the image", Replies.text(again));
        assertEquals(CacheUse.REUSED, again.cacheUse());
    }
}
