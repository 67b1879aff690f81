package dev.understudy.codec.jpeg.decode;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SoundFilesTest {

    @Test
    void thoseThatAreNotAskedForAreForgotten() {
        SoundFiles files = new SoundFiles(3);
        for (int file = 1; file <= 3; file++) {
            files.add(digest(file));
        }
        assertTrue(files.contains(digest(1)));
        files.add(digest(4));
        assertTrue(files.contains(digest(1)));
        assertFalse(files.contains(digest(2)));
        assertTrue(files.contains(digest(3)));
        assertTrue(files.contains(digest(4)));
    }

    private static byte[] digest(int file) {
        return new byte[] {1, 2, (byte) file};
    }
}
