package dev.understudy.engine.imagemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.Projective;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Image maps that somebody else has thought of: what is read and written is read as the same. */
class AreaFuzzTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                        "<area alt=Scene7 href=www.scene7.com>",
                        "<AREA SHAPE=\"RECT\" COORDS=\"30, 40, 10, 20\" HREF='a>b' NOHREF/>",
                        "<area coords='1 2 3 4' shape=rectangle></area><area shape=poly coords=0,0,10,0,10,10>",
                        "<area shape=circle coords=5,6,7 rollover_key=\"k\" TITLE='&lt;&#65;&#x42;&amp;lt; &nbsp;'>",
                        "<area shape=poly coords=\"-1,2.5,3e3,4,5,6,7,8\" href=\"&#xd800;&#0;\">")
                .map(text -> Arguments.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("texts")
    @FuzzTest
    void map(byte[] input) {
        ImageMap map;
        try {
            map = AreaReader.read(new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return;
        }
        Box image = new Box(0, 0, 400, 300);
        ImageMap cropped = map.within(image)
                .mapped(Projective.of(Affine.translation(-3.5, 2)))
                .within(image);
        for (ImageMap each : new ImageMap[] {map, cropped}) {
            String html = each.visible().html();
            ImageMap again = AreaReader.read(html);
            assertEquals(html, again.html());
            assertEquals(each.visible().areas().size(), again.areas().size());
        }
        for (MapArea area : cropped.visible().areas()) {
            String coordinates = area.values().getOrDefault(MapArea.COORDINATES, "");
            for (String number : coordinates.isEmpty() ? new String[0] : coordinates.split(",")) {
                int value = Integer.parseInt(number);
                assertTrue(value >= 0 && value <= 400, coordinates);
            }
        }
    }
}
