package dev.understudy.engine.imagemap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<area alt=Scene7 href=www.scene7.com> | <area shape=\"default\" alt=Scene7 href=www.scene7.com>",
                "<AREA SHAPE=\"RECT\" COORDS=\"30, 40, 10, 20\" HREF='a>b' NOHREF/> | <area shape=\"rect\" coords=\"10,20,30,40\" HREF='a>b' NOHREF>",
                "<area coords='1 2 3 4' shape=rectangle></area> | <area shape=\"rect\" coords=\"1,2,3,4\">",
                "<area shape=poly coords=0,0,10,0,10,10> | <area shape=\"poly\" coords=\"0,0,10,0,10,10\">",
                "<area shape=circle coords=5,6,7 rollover_key=\"k\"> | <area shape=\"circle\" coords=\"5,6,7\" rollover_key=\"k\">",
            })
    void areas(String text, String html) {
        assertEquals(html, AreaReader.read(text).html());
    }

    @Test
    void nothingIsAnEmptyMap() {
        assertTrue(AreaReader.read("").isEmpty());
        assertTrue(AreaReader.read(" \n ").isEmpty());
        assertEquals(2, AreaReader.read(" <area>\n<area href=x> ").areas().size());
    }

    @Test
    void valuesHaveCharactersInPlaceOfReferences() {
        MapArea area = AreaReader.read("<area TITLE='&lt;&#65;&#x42;&amp;lt; &nbsp;' href=a?b&c>")
                .areas()
                .get(0);
        assertEquals("<AB&lt; &nbsp;", area.values().get("title"));
        assertEquals("a?b&c", area.values().get("href"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "area",
                "<area",
                "<area x",
                "<areas>",
                "<area><b>",
                "<area>text",
                "<area shape=star>",
                "<area shape=rect>",
                "<area shape=rect coords=1,2,3>",
                "<area shape=rect coords=1,2,3,x>",
                "<area shape=rect coords=1,2,3,50%>",
                "<area shape=rect coords=1,2,3,1e300>",
                "<area shape=rect coords=1,2,3,NaN>",
                "<area shape=poly coords=1,2,3,4>",
                "<area shape=poly coords=1,2,3,4,5,6,7>",
                "<area shape=circle coords=1,2>",
                "<area href=\"a>",
                "<area 1=2>",
            })
    void notAreas(String text) {
        assertThrows(IllegalArgumentException.class, () -> AreaReader.read(text));
    }

    @Test
    void longTextsTakeNoTime() {
        String attributes = "<area " + "a=b ".repeat(50_000);
        String areas = "<area href=x>".repeat(50_000) + "<";
        String spaces = "<area" + " ".repeat(200_000) + "<";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String text : new String[] {attributes, areas, spaces}) {
                assertThrows(IllegalArgumentException.class, () -> AreaReader.read(text));
            }
        });
    }
}
