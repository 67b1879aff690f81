package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.font.file.FontFileCheck;
import dev.understudy.codec.font.file.VerticalGlyphs;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fonts that everybody uses. */
class SoundFontsTest {

    private static final List<String> SUFFIXES = List.of(".ttf", ".otf", ".ttc", ".pfb", ".pfa", ".t1");

    @Test
    void fontsThatComeWithTheServer() throws IOException, URISyntaxException {
        Path regular = Path.of(Objects.requireNonNull(
                        FontFileCheck.class.getResource("/dev/understudy/engine/text/NotoSans-Regular.ttf"))
                .toURI());
        assertTrue(requireWhole(Objects.requireNonNull(regular.getParent())) >= 6);
    }

    /** As many as there are, of all ages and makers. */
    @Test
    void fontsOfTheMachine() throws IOException {
        Path folder = Path.of("/usr/share/fonts");
        if (Files.isDirectory(folder)) {
            requireWhole(folder);
        }
    }

    @Test
    void verticalFormsOfARealFont() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(SoundFontsTest.class.getResourceAsStream("/fonts/motoya-cedar-part.ttf"))) {
            VerticalGlyphs vertical =
                    FontFileCheck.tables(ByteBuffer.wrap(in.readAllBytes())).vertical();
            // as fontTools prints them
            assertEquals(16, vertical.of(3));
            assertEquals(26, vertical.of(15));
            assertEquals(12, vertical.of(12));
        }
    }

    private static int requireWhole(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> fonts = files.filter(Files::isRegularFile)
                    .filter(file -> SUFFIXES.stream().anyMatch(name(file)::endsWith))
                    .toList();
            fonts.forEach(font -> assertDoesNotThrow(() -> check(font), font.toString()));
            return fonts.size();
        }
    }

    private static void check(Path font) throws Exception {
        try (FileChannel channel = FileChannel.open(font)) {
            ByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            if (name(font).matches(".*\\.(ttf|otf|ttc)")) {
                assertTrue(FontFileCheck.tables(file).vertical().areKnown());
            } else {
                FontFileCheck.type1(file);
            }
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
