package dev.understudy.levels.file;

import static dev.understudy.levels.file.LevelFixture.key;
import static dev.understudy.levels.file.LevelFixture.level;
import static dev.understudy.levels.file.LevelFixture.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Decoded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is not what was written is never given, and thrown away. */
class DamagedLevelTest {

    private final Decoded level = level(1, false);

    @TempDir
    private Path folder;

    private FileLevels levels;
    private Path file;
    private byte[] sound;

    @BeforeEach
    void keep() throws Exception {
        levels = LevelFixture.open(folder);
        levels.keep(key(1), level);
        file = LevelFixture.onlyFile(folder);
        sound = Files.readAllBytes(file);
    }

    private void assertThrownAway(byte[] bytes, String what) throws Exception {
        Files.write(file, bytes);
        levels = LevelFixture.open(folder);
        assertTrue(levels.has(key(1)), what);
        assertNull(levels.find(key(1), whole()), what);
        assertFalse(levels.has(key(1)), what);
        assertFalse(Files.exists(file), what);
        assertEquals(1, levels.figures().damaged());
    }

    @Test
    void cutAtAnyLength() throws Exception {
        for (int length = 0; length < sound.length; length += length < 2000 ? 1 + length / 20 : 9973) {
            assertThrownAway(Arrays.copyOf(sound, length), "cut to " + length);
        }
        assertThrownAway(Arrays.copyOf(sound, sound.length - 1), "cut by one");
        assertThrownAway(Arrays.copyOf(sound, sound.length + 1), "one byte too long");
    }

    @Test
    void withAnyBitFlipped() throws Exception {
        Random random = new Random(1);
        for (int at = 0; at < sound.length; at += at < 2000 ? 1 + at / 20 : 9973) {
            byte[] bytes = sound.clone();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            assertThrownAway(bytes, "flipped at " + at);
        }
    }

    @Test
    void ofZerosOrNoise() throws Exception {
        assertThrownAway(new byte[sound.length], "zeros");
        byte[] noise = new byte[sound.length];
        new Random(2).nextBytes(noise);
        assertThrownAway(noise, "noise");
        byte[] tail = sound.clone();
        Arrays.fill(tail, 4096, tail.length, (byte) 0);
        assertThrownAway(tail, "zeros from the second page on");
    }

    @Test
    void ofAnotherLevel() throws Exception {
        levels.keep(key(2), level(2, false));
        Path other = folder.resolve(LevelName.of(key(2)).file());
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertNull(levels.find(key(1), whole()));
        assertFalse(Files.exists(file));
    }

    @Test
    void damageElsewhereDoesNoHarmToAPart() throws Exception {
        byte[] bytes = sound.clone();
        bytes[bytes.length - 1 - 2 * 151 * 201] ^= 1; // the last sample of luma
        Files.write(file, bytes);
        assertNotNull(levels.find(key(1), LevelFixture.part(0, 0, 160, 160)));
        assertNull(levels.find(key(1), LevelFixture.part(0, 1584, 160, 17)));
    }
}
