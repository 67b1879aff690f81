package dev.understudy.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RootFoldersTest {

    @Test
    void listsAreSeparatedBySemicolons() {
        RootFolders roots = RootFolders.parse(" /a/images ;/b/./images;; relative/images ", "");
        assertEquals(
                List.of(
                        Path.of("/a/images").toAbsolutePath(),
                        Path.of("/b/images").toAbsolutePath(),
                        Path.of("relative/images").toAbsolutePath()),
                roots.images());
        assertEquals(List.of(), roots.staticContent());
    }

    @Test
    void anImpossibleNameIsRefusedWithItsSetting() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> RootFolders.parse("", "/fine;/not\0fine"));
        assertTrue(e.getMessage().startsWith("staticContent.rootPath: "), e.getMessage());
    }
}
