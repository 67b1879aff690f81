package dev.understudy.levels.file;

import static dev.understudy.levels.file.LevelFixture.key;
import static dev.understudy.levels.file.LevelFixture.level;
import static dev.understudy.levels.file.LevelFixture.open;
import static dev.understudy.levels.file.LevelFixture.same;
import static dev.understudy.levels.file.LevelFixture.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Region;
import dev.understudy.image.SourceLevels.FullSize;
import dev.understudy.image.SourceLevels.LevelKey;
import dev.understudy.settings.LogCapture;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.testkit.codec.FileParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLevelsTest {

    @TempDir
    private Path folder;

    @Test
    void aLevelIsGivenAsItWasKept() {
        FileLevels levels = open(folder);
        assertFalse(levels.has(key(1)));
        assertNull(levels.find(key(1), whole()));
        for (boolean gray : new boolean[] {false, true}) {
            Decoded level = level(1, gray);
            assertTrue(levels.keep(key(1), level));
            assertTrue(levels.has(key(1)));
            assertTrue(same(level.pixels(), found(levels, key(1), whole())));
        }
        assertEquals(1, levels.figures().levels());
        assertEquals(2, levels.figures().found());
    }

    private static Pixels found(FileLevels levels, LevelKey key, DecodedPart part) {
        Pixels pixels = levels.find(key, part);
        assertNotNull(pixels);
        return pixels;
    }

    @Test
    void partsAreCutOut() {
        FileLevels levels = open(folder);
        Decoded level = level(2, false);
        levels.keep(key(2), level);
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            int x = random.nextInt(75) * 16;
            int y = random.nextInt(100) * 16;
            int width = random.nextInt(3) == 0 ? 1203 - x : Math.min(1203 - x, 16 * (1 + random.nextInt(40)));
            int height = random.nextInt(3) == 0 ? 1601 - y : Math.min(1601 - y, 16 * (1 + random.nextInt(40)));
            DecodedPart part = LevelFixture.part(x, y, width, height);
            FileParts.assertIsCut(
                    level.pixels(),
                    new Decoded(level.info(), found(levels, key(2), part), part.region(), part.reduction()));
        }
    }

    @Test
    void partsThatItDoesNotHaveAreNotGiven() {
        FileLevels levels = open(folder);
        levels.keep(key(3), level(3, false));
        for (Region region : new Region[] {
            new Region(2, 0, 16, 16), // within a sample
            new Region(4, 0, 16, 16), // within one of chroma
            new Region(0, 0, 12, 16),
            new Region(0, 0, 1600, 1601), // beyond the image
            new Region(0, 0, 0, 0)
        }) {
            assertNull(
                    levels.find(key(3), new DecodedPart(region, LevelFixture.REDUCTION, new DecodeRequest(null, 4))));
        }
        assertTrue(levels.has(key(3)));
    }

    @Test
    void anotherStateOfTheSourceIsAnotherLevel() {
        FileLevels levels = open(folder);
        LevelKey key = key(4);
        levels.keep(key, level(4, false));
        Stamp stamp = key.stamp();
        for (Stamp other : new Stamp[] {
            new Stamp(stamp.key(), stamp.modified() + 1, stamp.length(), stamp.identity()),
            new Stamp(stamp.key(), stamp.modified(), stamp.length() + 1, stamp.identity()),
            new Stamp(stamp.key(), stamp.modified(), stamp.length(), "other"),
            new Stamp(new SourceKey(SourceKey.Kind.IMAGE, "x", "4.jpg", true), 4, stamp.length(), stamp.identity()),
            new Stamp(new SourceKey(SourceKey.Kind.IMAGE, "gallery", "x", true), 4, stamp.length(), stamp.identity())
        }) {
            assertNull(levels.find(new LevelKey(other, key.edition(), key.request()), whole()));
        }
        assertNull(levels.find(new LevelKey(stamp, "another", key.request()), whole()));
        assertNull(levels.find(new LevelKey(stamp, key.edition(), new DecodeRequest(null, 8)), whole()));
        SourceKey requested = new SourceKey(SourceKey.Kind.IMAGE, "gallery", "4.jpg", false);
        Stamp same = new Stamp(requested, stamp.modified(), stamp.length(), stamp.identity());
        assertNotNull(levels.find(new LevelKey(same, key.edition(), key.request()), whole()));
    }

    @Test
    void theLeastRecentlyUsedGoFirst() throws Exception {
        FileLevels levels = open(folder);
        levels.keep(key(0), level(0, false));
        long size = Files.size(LevelFixture.onlyFile(folder));
        FileLevels few = open(folder, 3 * size + 100, Instant::now);
        for (int i = 1; i < 3; i++) {
            few.keep(key(i), level(i, false));
        }
        found(few, key(0), whole());
        few.keep(key(3), level(3, false));
        assertFalse(few.has(key(1)));
        for (int i : new int[] {0, 2, 3}) {
            found(few, key(i), whole());
        }
        assertEquals(3 * size, few.figures().bytes());
        assertEquals(3, files());
        FileLevels none = open(folder, size - 1, Instant::now);
        assertEquals(0, none.figures().levels());
        assertEquals(0, files());
        assertFalse(none.keep(key(4), level(4, false)));
    }

    private long files() throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void useOutlivesTheProcess() throws Exception {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        FileLevels levels = open(folder, 1 << 30, () -> start);
        levels.keep(key(0), level(0, false));
        long size = Files.size(LevelFixture.onlyFile(folder));
        levels.keep(key(1), level(1, false));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(start));
            }
        }
        found(open(folder, 1 << 30, () -> start.plusSeconds(100)), key(0), whole());
        FileLevels next = open(folder, size, () -> start.plusSeconds(200));
        assertTrue(next.has(key(0)));
        assertFalse(next.has(key(1)));
    }

    @Test
    void levelsOfAnEarlierRunAreThereBeforeTheyAreCounted() {
        open(folder).keep(key(5), level(5, false));
        FileLevels levels =
                FileLevels.open(new LevelSettings(Optional.of(folder), 1 << 30, 1, 0, 0), task -> {}, Instant::now);
        assertTrue(levels.has(key(5)));
        assertTrue(same(level(5, false).pixels(), found(levels, key(5), whole())));
    }

    @Test
    void nothingIsKeptWithoutAFolderOrAfterTheEnd() {
        FileLevels off = FileLevels.open(new LevelSettings(Optional.empty(), 1, 1, 0, 0));
        FileLevels closed = open(folder);
        closed.keep(key(6), level(6, false));
        closed.close();
        for (FileLevels levels : new FileLevels[] {off, closed}) {
            assertFalse(levels.accepts(level(6, false).info()));
            assertFalse(levels.keep(key(6), level(6, false)));
            assertFalse(levels.has(key(6)));
            assertNull(levels.find(key(6), whole()));
        }
        assertEquals(0, off.figures().maxBytes());
    }

    @Test
    void smallImagesAreNotAccepted() {
        FileLevels levels = FileLevels.open(
                new LevelSettings(Optional.of(folder), 1, 1203 * 1601 + 1, 0, 0), Runnable::run, Instant::now);
        assertFalse(levels.accepts(level(6, false).info()));
        assertTrue(open(folder).accepts(level(6, false).info()));
    }

    @Test
    void theFullSizeIsKeptAlwaysOrWhenItIsNeededByTheNumberOfPixels() {
        ImageInfo info = level(6, false).info();
        long pixels = info.area();
        assertEquals(FullSize.ALWAYS, fullSize(info, pixels, 0));
        assertEquals(FullSize.ALWAYS, fullSize(info, pixels, pixels));
        assertEquals(FullSize.WHEN_NEEDED, fullSize(info, pixels - 1, pixels));
        assertEquals(FullSize.NEVER, fullSize(info, pixels - 1, pixels - 1));
    }

    private FullSize fullSize(ImageInfo info, long always, long whenNeeded) {
        LevelSettings settings = new LevelSettings(Optional.of(folder), 1 << 30, 1, always, whenNeeded);
        return FileLevels.open(settings, Runnable::run, Instant::now).fullSize(info);
    }

    @Test
    void aDeletedFolderIsMadeAgain() throws Exception {
        FileLevels levels = open(folder.resolve("a/b"));
        levels.keep(key(7), level(7, false));
        Files.delete(LevelFixture.onlyFile(folder.resolve("a/b")));
        Files.delete(folder.resolve("a/b/tmp"));
        Files.delete(folder.resolve("a/b"));
        assertNull(levels.find(key(7), whole()));
        assertFalse(levels.has(key(7)));
        assertTrue(levels.keep(key(7), level(7, false)));
        assertNotNull(levels.find(key(7), whole()));
    }

    @Test
    void aFolderThatCannotBeWrittenIsLeftAloneForAWhile() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Instant[] now = {Instant.EPOCH};
        FileLevels levels = open(file.resolve("below"), 1 << 30, () -> now[0]);
        assertTrue(levels.isWritable());
        assertFalse(levels.keep(key(8), level(8, false)));
        assertFalse(levels.isWritable(), "what is made now would be lost");
        Files.delete(file);
        assertFalse(levels.keep(key(8), level(8, false)));
        now[0] = Instant.EPOCH.plusSeconds(31);
        assertTrue(levels.isWritable());
        assertTrue(levels.keep(key(8), level(8, false)));
    }

    @Test
    void aFolderIsTriedAgainWhenTheClockHasBeenSetBack() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Instant[] now = {Instant.EPOCH};
        FileLevels levels = open(file.resolve("below"), 1 << 30, () -> now[0]);
        assertFalse(levels.keep(key(8), level(8, false)));
        Files.delete(file);
        now[0] = Instant.EPOCH.minusSeconds(3600);
        assertTrue(levels.keep(key(8), level(8, false)));
    }

    @Test
    void whatIsThereIsReadWhileNothingCanBeWritten() throws Exception {
        FileLevels levels = open(folder);
        levels.keep(key(8), level(8, false));
        Files.delete(folder.resolve("tmp"));
        Files.writeString(folder.resolve("tmp"), "");
        assertFalse(levels.keep(key(9), level(9, false)));
        assertFalse(levels.isWritable());
        assertTrue(levels.accepts(level(8, false).info()));
        assertNotNull(levels.find(key(8), whole()));
    }

    @Test
    void fullSizesGoFirstWhereTheyHaveMoreThanTheirShare() throws Exception {
        open(folder).keep(key(0), level(0, false));
        long size = Files.size(LevelFixture.onlyFile(folder));
        FileLevels levels = open(folder, 4 * size + 100, Instant::now);
        levels.keep(key(1), level(1, false));
        for (int i = 2; i < 6; i++) {
            levels.keep(LevelFixture.fullSize(i), level(i, false));
        }
        assertTrue(levels.has(key(0)) && levels.has(key(1)), "though they were used before all others");
        assertFalse(levels.has(LevelFixture.fullSize(3)));
        found(levels, LevelFixture.fullSize(4), whole());
        found(levels, LevelFixture.fullSize(5), whole());
        FileLevels next = open(folder, 3 * size + 100, Instant::now);
        assertTrue(next.has(key(0)) && next.has(key(1)), "after a restart, too");
        assertEquals(3, next.figures().levels());
        next.keep(key(6), level(6, false));
        next.keep(key(7), level(7, false));
        assertFalse(next.has(key(0)));
        assertEquals(3, files());
    }

    @Test
    void whereThereIsNoRoomTheFullSizeIsKeptWhenItIsNeededAgain() {
        ImageInfo info = level(0, false).info();
        long needed = info.area() + info.area() / 2;
        LevelSettings settings = new LevelSettings(Optional.of(folder), 2 * needed, 1, 0, info.area());
        FileLevels levels = FileLevels.open(settings, Runnable::run, Instant::now);
        assertEquals(FullSize.WHEN_NEEDED, levels.fullSize(info));
        for (int i = 0; levels.figures().bytes() <= needed; i++) {
            levels.keep(LevelFixture.fullSize(i), level(0, false));
        }
        assertEquals(FullSize.WHEN_NEEDED_AGAIN, levels.fullSize(info));
        levels.purge(source -> true);
        for (int i = 0; levels.figures().bytes() <= needed; i++) {
            levels.keep(key(i), level(0, false));
        }
        assertEquals(FullSize.WHEN_NEEDED, levels.fullSize(info), "full sizes have a share");
        LevelSettings little = new LevelSettings(Optional.of(folder), 2 * needed - 2, 1, 0, info.area());
        assertEquals(
                FullSize.NEVER,
                FileLevels.open(little, Runnable::run, Instant::now).fullSize(info),
                "one that is larger than that");
    }

    /** Several servers may use the folder, and each deletes what it has no room for; a link to nothing stands for such a file. */
    @Test
    void aFileThatGoesWhileTheFolderIsListedHidesNoOthers() throws Exception {
        FileLevels levels = open(folder);
        levels.keep(key(8), level(8, false));
        Files.createSymbolicLink(folder.resolve("0".repeat(64)), folder.resolve("gone"));
        assertEquals(1, open(folder).figures().levels());
        assertEquals(1, levels.purge(source -> true));
        assertFalse(open(folder).has(key(8)));
    }

    /** A folder with something in it cannot be deleted as a file; it stands for files of a folder that is read-only. */
    @Test
    void whatIsPurgedAndCannotBeDeletedIsTold() throws Exception {
        FileLevels levels = open(folder);
        levels.keep(key(8), level(8, false));
        Files.createDirectories(folder.resolve("0".repeat(64)).resolve("sub"));
        try (LogCapture log = new LogCapture()) {
            assertEquals(1, levels.purge(source -> true));
            assertTrue(
                    log.lines().stream()
                            .anyMatch(
                                    line -> line.endsWith(
                                            "1 levels of sources that are to be thrown away cannot be deleted, and may be used again after a restart")),
                    log.lines()::toString);
        }
    }

    @Test
    void levelsAreForTheServersAccount() throws Exception {
        open(folder).keep(key(9), level(9, false));
        assertEquals(
                "rw-r-----",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(LevelFixture.onlyFile(folder))));
    }

    @Test
    void whatWasLeftUnfinishedIsDeletedLater() throws Exception {
        open(folder).keep(key(10), level(10, false));
        Path fresh = Files.writeString(folder.resolve("tmp/fresh"), "x");
        Path old = Files.writeString(folder.resolve("tmp/old"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));
        open(folder);
        assertTrue(Files.exists(fresh));
        assertFalse(Files.exists(old));
    }
}
