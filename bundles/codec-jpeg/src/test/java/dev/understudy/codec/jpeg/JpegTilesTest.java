package dev.understudy.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.DecodeRequest;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.testkit.codec.BytesSource;
import dev.understudy.testkit.codec.TestImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tiles of a JPEG whose codes have been handed on: their samples are those of the image, to the last bit. */
class JpegTilesTest {

    private static Pixels decode(byte[] file) throws Exception {
        try (BytesSource source = new BytesSource(file)) {
            return new JpegDecoder().decode(source, DecodeRequest.WHOLE).pixels();
        }
    }

    private static JpegTiles tiles(byte[] file, int side) throws Exception {
        return JpegTiles.of(new BytesSource(file), side).orElseThrow();
    }

    private static Map<String, byte[]> cut(byte[] file, int side, int rowsAtATime) throws Exception {
        Map<String, byte[]> cut = new TreeMap<>();
        tiles(file, side).cut(rowsAtATime, (column, row, tile) -> cut.put(column + "," + row, tile));
        return cut;
    }

    @ParameterizedTest
    @CsvSource({
        "444.jpg, 16, 12",
        "422.jpg, 16, 12",
        "420.jpg, 16, 12",
        "420.jpg, 32, 4",
        "420.jpg, 64, 1",
        "progressive.jpg, 16, 12",
        "gray.jpg, 16, 12",
        "rgb-named.jpg, 32, 4"
    })
    void aTileHasTheSamplesOfItsPlace(String name, int side, int count) throws Exception {
        byte[] file = TestImage.file(name);
        Pixels whole = decode(file);
        Map<String, byte[]> tiles = cut(file, side, 1);
        assertEquals(count, tiles.size());
        for (int row = 0; row * side < whole.height(); row++) {
            for (int column = 0; column * side < whole.width(); column++) {
                Pixels tile = decode(tiles.get(column + "," + row));
                assertEquals(side, tile.width());
                assertEquals(side, tile.height());
                for (int i = 0; i < whole.planes().size(); i++) {
                    assertSame(
                            whole.plane(i),
                            tile.plane(i),
                            column * tile.plane(i).width(),
                            row,
                            name);
                }
            }
        }
    }

    private static void assertSame(Plane whole, Plane tile, int left, int row, String name) {
        int top = row * tile.height();
        for (int y = 0; y < Math.min(tile.height(), whole.height() - top); y++) {
            for (int x = 0; x < Math.min(tile.width(), whole.width() - left); x++) {
                assertEquals(whole.at(left + x, top + y), tile.at(x, y), name + " at " + (left + x) + "," + (top + y));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"420.jpg", "progressive.jpg", "gray.jpg"})
    void howManyRowsAreCutAtATimeMakesNoDifference(String name) throws Exception {
        byte[] file = TestImage.file(name);
        Map<String, byte[]> one = cut(file, 16, 1);
        for (int rows : new int[] {2, 3}) {
            Map<String, byte[]> several = cut(file, 16, rows);
            assertEquals(one.keySet(), several.keySet());
            one.forEach((place, tile) -> assertArrayEquals(tile, several.get(place), place));
        }
    }

    @Test
    void whatTilesAreMadeOfIsTold() throws Exception {
        JpegTiles tiles = tiles(TestImage.file("422.jpg"), 16);
        assertEquals(2, tiles.horizontal());
        assertEquals(1, tiles.vertical());
        assertEquals(3, tiles.rows());
        assertTrue(tiles.memory(3) > tiles.memory(1));
    }

    @Test
    void inksAreNotCut() throws Exception {
        assertFalse(
                JpegTiles.of(new BytesSource(TestImage.file("cmyk.jpg")), 16).isPresent());
    }

    @Test
    void unitsLargerThanATileAreNotCut() throws Exception {
        assertFalse(JpegTiles.of(new BytesSource(TestImage.file("420.jpg")), 24).isPresent());
    }

    @Test
    void aFileThatIsCutShortIsNoticed() throws Exception {
        byte[] file = TestImage.file("420.jpg");
        byte[] half = Arrays.copyOf(file, file.length * 2 / 3);
        assertThrows(IOException.class, () -> cut(half, 16, 3));
    }
}
