package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Font files that are none, or no longer. */
class HostileFontsTest {

    private static final byte[] GOOD = FontShelf.bytes("NotoSansThai-Regular");
    private static final String TEXT = "{\\fonttbl{\\f0 Font;}}\\f0 \\u3652?\\u3617?\\u3656? aA0 \\b\\i word";

    @TempDir
    private Path folder;

    private FontShelf shelf;

    @BeforeEach
    void oneFont() {
        shelf = new FontShelf(folder).map("Font", false, false, "font.ttf");
    }

    private Ink ink(byte[] file) throws IOException, ServeException {
        shelf.write("font.ttf", file);
        return Ink.of(shelf.fonts(), TEXT, 300, 0);
    }

    private Failure failure(byte[] file) {
        ServeException thrown = assertThrows(ServeException.class, () -> ink(file));
        assertEquals(FailureKind.FONT_CORRUPT, thrown.failure().kind());
        assertTrue(
                thrown.failure().message().contains("font.ttf"),
                thrown.failure().message());
        return thrown.failure();
    }

    @Test
    void filesThatAreNoFonts() {
        assertTrue(failure(new byte[0]).message().contains("empty"));
        assertTrue(failure("<html><body>404 Not Found".getBytes(StandardCharsets.US_ASCII))
                .message()
                .contains("TrueType, OpenType, Adobe Type 1"));
        failure(new byte[] {0});
        failure(new byte[100_000]);
        failure("wOF2 is for browsers".getBytes(StandardCharsets.US_ASCII));
        failure("OTTO".getBytes(StandardCharsets.US_ASCII));
        failure("ttcf\0\0\0\1\uffff".getBytes(StandardCharsets.UTF_8));
        failure("%!PS-AdobeFont-1.0: Nothing\n".getBytes(StandardCharsets.US_ASCII));
        failure(new byte[] {(byte) 0x80, 1, 0, 0, 0, 127, 65, 66, 67});
    }

    @Test
    void aHugeFileIsNotEvenCopied() throws Exception {
        try (var file = Files.newByteChannel(
                folder.resolve("font.ttf"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            file.position(70L << 20);
            file.write(ByteBuffer.wrap(new byte[1]));
        }
        ServeException thrown = assertThrows(ServeException.class, () -> Ink.of(shelf.fonts(), TEXT, 300, 0));
        assertEquals(FailureKind.FONT_CORRUPT, thrown.failure().kind());
    }

    @Test
    void fontsThatAreCutOff() {
        for (int percent : new int[] {1, 5, 10, 30, 50, 70, 90, 99}) {
            failure(Arrays.copyOf(GOOD, GOOD.length * percent / 100));
        }
    }

    /** Either the font is refused, or text comes out of it, whatever it looks like. */
    @Test
    void damagedFontsDoNoHarm() throws Exception {
        Set<String> before = temporaryFiles();
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] file = GOOD.clone();
            int start = i % 3 == 0 ? 0 : i % 3 == 1 ? 12 : 300;
            int end = i % 3 == 0 ? 600 : file.length;
            for (int k = 0; k <= random.nextInt(300); k++) {
                file[start + random.nextInt(end - start)] = (byte) random.nextInt(256);
            }
            try {
                assertEquals(300, ink(file).width());
            } catch (ServeException e) {
                assertEquals(FailureKind.FONT_CORRUPT, e.failure().kind());
                refused++;
            }
        }
        assertTrue(refused > 20, "only " + refused + " were refused");
        assertEquals(Set.of(), ours(before));
        // and the server draws on
        assertTrue(Ink.of(FontShelf.builtIn(), "word", 0, 0).total() > 0);
    }

    @Test
    void aDamagedFontIsTriedOnce() throws Exception {
        shelf = new FontShelf(folder, 10).map("Font", false, false, "font.ttf");
        shelf.write("font.ttf", Arrays.copyOf(GOOD, 1000));
        Failure first = assertThrows(ServeException.class, () -> Ink.of(shelf.fonts(), TEXT, 300, 0))
                .failure();
        Failure second = assertThrows(ServeException.class, () -> Ink.of(shelf.fonts(), TEXT, 300, 0))
                .failure();
        assertEquals(first.message(), second.message());
        assertTrue(second instanceof Failure.Known);
        assertTrue(ink(GOOD).total() > 0);
    }

    @Test
    void aDamagedFontThatIsTakenAwayIsNotKnownAnyLonger() throws Exception {
        shelf = new FontShelf(folder, 10).map("Font", false, false, "font.ttf");
        failure(Arrays.copyOf(GOOD, 1000));
        assertEquals(1, shelf.bad());
        shelf.delete("font.ttf");
        assertThrows(ServeException.class, () -> Ink.of(shelf.fonts(), TEXT, 300, 0));
        assertEquals(0, shelf.bad());
    }

    private static Set<String> ours(Set<String> before) throws IOException {
        Set<String> now = temporaryFiles();
        now.removeAll(before);
        return now;
    }

    private static Set<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("understudy-font"))
                    .collect(Collectors.toSet());
        }
    }
}
