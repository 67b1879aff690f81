package dev.understudy.codec.jpeg.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SoundFilesTest {

    @Test
    void thoseThatAreNotAskedForAreForgotten() {
        SoundFiles files = new SoundFiles(3);
        for (long checksum = 1; checksum <= 3; checksum++) {
            files.add(checksum);
        }
        assertTrue(files.contains(1));
        files.add(4);
        assertTrue(files.contains(1));
        assertEquals(false, files.contains(2));
        assertTrue(files.contains(3));
        assertTrue(files.contains(4));
    }
}
