package dev.understudy.cache.disk;

import static dev.understudy.cache.disk.CacheFixture.fetch;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FullDiskTest {

    @TempDir
    private Path folder;

    private CacheFixture fixture;

    @BeforeEach
    void newFixture() {
        fixture = new CacheFixture(folder);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULL", "READ_ONLY"})
    void repliesAreServedUnkeptUntilThereIsSpaceAgain(FaultyDisk.Fault fault) throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "kept");
            fixture.disk.fault = fault;
            for (int i = 0; i < 5; i++) {
                Reply unkept = fetch(cache, 2, "unkept " + i);
                assertEquals(CacheUse.IGNORED, unkept.cacheUse());
                assertEquals("unkept " + i, Replies.text(unkept));
            }
            assertEquals(2, fixture.disk.writes);
            assertEquals(1, FaultyDisk.files(folder));
            assertEquals("kept", Replies.text(fetch(cache, 1, "unused")));

            fixture.disk.fault = FaultyDisk.Fault.NONE;
            fixture.advance(Duration.ofSeconds(5));
            assertEquals(CacheUse.CREATED, fetch(cache, 2, "kept").cacheUse());
            assertEquals(CacheUse.REUSED, fetch(cache, 2, "unused").cacheUse());
        }
    }

    @Test
    void aClockThatIsSetBackDoesNotHaveItWait() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            fixture.disk.fault = FaultyDisk.Fault.FULL;
            fetch(cache, 1, "unkept");
            fixture.disk.fault = FaultyDisk.Fault.NONE;
            fixture.advance(Duration.ofDays(-1));
            assertEquals(CacheUse.CREATED, fetch(cache, 1, "kept").cacheUse());
        }
    }

    @Test
    void itIsTriedAgainNowAndThen() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            fixture.disk.fault = FaultyDisk.Fault.FULL;
            for (int second = 0; second < 60; second++) {
                fetch(cache, 1, "unkept");
                fixture.advance(Duration.ofSeconds(1));
            }
            assertEquals(12, fixture.disk.writes);
        }
    }

    @Test
    void anotherFolderTakesWhatOneCannot() throws Exception {
        Path broken = folder.resolve("broken");
        Path sound = folder.resolve("sound");
        fixture = new CacheFixture(broken, sound);
        fixture.disk.fault = FaultyDisk.Fault.FULL;
        fixture.disk.place = broken;
        try (DiskReplyCache cache = fixture.open()) {
            for (int i = 0; i < 10; i++) {
                assertEquals(CacheUse.CREATED, fetch(cache, i, "image").cacheUse());
            }
        }
        assertEquals(10, FaultyDisk.files(sound));
    }

    @Test
    void aFolderThatCannotBeMadeIsTakenOnceItCan() throws Exception {
        Path parent = folder.resolve("parent");
        Files.writeString(parent, "in the way");
        fixture = new CacheFixture(parent.resolve("cache"));
        try (DiskReplyCache cache = fixture.open()) {
            assertEquals(CacheUse.IGNORED, fetch(cache, 1, "image").cacheUse());
            Files.delete(parent);
            fixture.advance(Duration.ofSeconds(5));
            assertEquals(CacheUse.CREATED, fetch(cache, 1, "image").cacheUse());
            assertEquals(CacheUse.REUSED, fetch(cache, 1, "image").cacheUse());
        }
    }
}
