package dev.understudy.catalog.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.file.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFile() throws IOException {
        file = Files.writeString(folder.resolve("a.tsv"), "Id\tPath\na\tb\n");
    }

    @Test
    void aFileThatIsWrittenWhileItIsReadIsNotTrusted() {
        FileStamp before = FileStamp.of(file);
        FileKind<String> slow = new FileKind<>(
                (reader, diagnostics) -> {
                    Files.writeString(file, "Id\tPath\na\tb\nmore\tand more\n");
                    return "half";
                },
                "",
                1000);
        FileContent<String> content = FileContent.read(file, slow, ISO_8859_1);
        assertEquals(before, content.stamp());
        assertEquals(1, content.diagnostics().size());
        assertTrue(content.diagnostics().get(0).fatal());
    }

    @Test
    void aFileThatIsTooLongIsNotRead() {
        FileContent<String> content =
                FileContent.read(file, new FileKind<>((reader, diagnostics) -> "read", "", 5), ISO_8859_1);
        assertEquals("", content.content());
        assertEquals(
                "the file has more than 5 bytes", content.diagnostics().get(0).message());
    }

    @Test
    void dataFilesAreReadAgainOnlyWhenTheyHaveChanged() throws IOException {
        DataFiles files = new DataFiles();
        FileContent<?> first = files.get(file, FileKind.IMAGES, ISO_8859_1);
        assertSame(first, files.get(file, FileKind.IMAGES, ISO_8859_1));
        assertNotSame(first, files.get(file, FileKind.CONTENT, ISO_8859_1));
        files.retain(Set.of(file));
        assertSame(first, files.get(file, FileKind.IMAGES, ISO_8859_1));

        Files.writeString(file, "Id\tPath\nchanged\tb\n");
        FileContent<?> second = files.get(file, FileKind.IMAGES, ISO_8859_1);
        assertNotSame(first, second);
        assertEquals(List.of(), second.diagnostics());
        files.retain(Set.of());
        assertNotSame(second, files.get(file, FileKind.IMAGES, ISO_8859_1));
    }
}
