package dev.understudy.levels.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.image.ColorProfile;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Headers of levels that another version, or somebody else, has written: each is refused, or says what is written again. */
class LevelHeaderFuzzTest {

    static Stream<Arguments> headers() throws IOException {
        Plane plane = Plane.blank(300, 400);
        Pixels gray = new Pixels(Samples.GRAY, List.of(plane), plane, null);
        Pixels color = new Pixels(
                Samples.YCC,
                List.of(plane, Plane.blank(150, 200), Plane.blank(150, 200)),
                null,
                new ColorProfile(new byte[40]));
        return Stream.of(
                Arguments.of((Object) LevelHeader.of("shop/a 1/4", gray).toBytes()),
                Arguments.of((Object) LevelHeader.of("shop/b 1/8", color).toBytes()));
    }

    @MethodSource("headers")
    @FuzzTest
    void header(byte[] bytes) throws IOException {
        LevelHeader header;
        try {
            header = LevelFormat.parse(bytes);
        } catch (DamagedLevelException e) {
            assertFalse(e.getMessage().isBlank());
            return;
        }
        assertTrue(header.bodyLength() > 0, header::toString);
        byte[] again = header.toBytes();
        assertArrayEquals(again, LevelFormat.parse(again).toBytes());
    }
}
