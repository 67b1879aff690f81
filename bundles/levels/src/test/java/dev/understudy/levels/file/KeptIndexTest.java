package dev.understudy.levels.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.SourceLevels.IndexKey;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes are kept beside levels, by the same rules. */
class KeptIndexTest {

    private final byte[] index = new byte[4000];

    @TempDir
    private Path folder;

    private FileLevels levels;

    @BeforeEach
    void keep() {
        new Random(1).nextBytes(index);
        levels = LevelFixture.open(folder);
        levels.keepIndex(key(1), index);
    }

    private static IndexKey key(int number) {
        return new IndexKey(LevelFixture.key(number).stamp(), "edition");
    }

    @Test
    void anIndexIsGivenAsItWasKept() {
        assertTrue(levels.hasIndex(key(1)));
        assertArrayEquals(index, levels.findIndex(key(1)));
        assertFalse(levels.hasIndex(key(2)));
        assertNull(levels.findIndex(key(2)));
        assertFalse(levels.has(LevelFixture.key(1)));
        assertArrayEquals(index, LevelFixture.open(folder).findIndex(key(1)), "another run has it, too");
        assertEquals(1, levels.figures().levels());
        assertTrue(levels.keepIndex(key(1), new byte[0]));
        assertArrayEquals(new byte[0], levels.findIndex(key(1)), "that there is none is remembered");
    }

    @Test
    void anotherStateOrEditionHasAnother() {
        Stamp stamp = key(1).stamp();
        Stamp other = new Stamp(stamp.key(), stamp.modified() + 1, stamp.length(), stamp.identity());
        assertNull(levels.findIndex(new IndexKey(other, "edition")));
        assertNull(levels.findIndex(new IndexKey(stamp, "another")));
    }

    @Test
    void anIndexIsThrownAwayWhenItIsDamaged() throws Exception {
        Path file = LevelFixture.onlyFile(folder);
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(2);
        for (int at = 0; at < sound.length; at += at < 300 ? 1 : 97) {
            byte[] flipped = sound.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertThrownAway(file, flipped);
            assertThrownAway(file, Arrays.copyOf(sound, at));
        }
        levels.keepIndex(key(2), index);
        Files.move(folder.resolve(LevelName.of(key(2)).file()), file);
        levels = LevelFixture.open(folder);
        assertNull(levels.findIndex(key(1)), "of another source");
    }

    private void assertThrownAway(Path file, byte[] bytes) throws Exception {
        Files.write(file, bytes);
        levels = LevelFixture.open(folder);
        assertNull(levels.findIndex(key(1)));
        assertFalse(Files.exists(file));
        assertEquals(1, levels.figures().damaged());
    }

    @Test
    void anIndexIsThrownAwayWhenItsDecoderCannotUseIt() throws Exception {
        Path file = LevelFixture.onlyFile(folder);
        levels.discardIndex(key(1));
        levels.discardIndex(key(1));
        levels.discardIndex(key(2));
        assertFalse(levels.hasIndex(key(1)));
        assertFalse(Files.exists(file));
        assertEquals(1, levels.figures().damaged());
    }

    @Test
    void theLeastRecentlyUsedGoFirst() {
        FileLevels few = LevelFixture.open(folder, 12_500, java.time.InstantSource.system());
        few.keepIndex(key(2), index);
        few.keepIndex(key(3), index);
        few.keepIndex(key(4), index);
        assertFalse(few.hasIndex(key(1)));
        assertTrue(few.hasIndex(key(2)));
        assertFalse(few.keepIndex(key(5), new byte[20_000]), "it would be all");
    }

    @Test
    void whatIsKeptOfSomeSourcesIsPurged() {
        for (int i = 1; i < 4; i++) {
            levels.keepIndex(key(i), index);
            levels.keep(LevelFixture.key(i), LevelFixture.level(i, false));
        }
        assertEquals(2, levels.purge(source -> source.toString().equals("gallery/2.jpg")));
        assertFalse(levels.hasIndex(key(2)));
        assertFalse(levels.has(LevelFixture.key(2)));
        assertTrue(levels.has(LevelFixture.key(3)));
        assertTrue(levels.hasIndex(key(1)));
        assertEquals(0, levels.purge(source -> source.kind() == SourceKey.Kind.FONT));
        assertEquals(4, LevelFixture.open(folder).purge(source -> true), "those of an earlier run, too");
        assertEquals(0, LevelFixture.open(folder).figures().levels());
    }

    @Test
    void nothingIsPurgedWhereNothingIsKept() {
        levels.close();
        assertEquals(0, levels.purge(source -> true));
        assertFalse(levels.hasIndex(key(1)));
        assertFalse(levels.keepIndex(key(1), index));
        levels.discardIndex(key(1));
        assertTrue(LevelFixture.open(folder).hasIndex(key(1)));
    }
}
