package dev.understudy.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.codec.font.OpticalKerning;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spaces between letters by their shapes, in sizes of the font. */
class OpticalKerningTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-\u2019\u201d";

    private static Font font(String name) throws Exception {
        return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(FontShelf.bytes(name)));
    }

    private static double between(OpticalKerning kerning, String pair) {
        return kerning.between(pair.substring(0, 1), pair.substring(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotoSans-Regular", "NotoSans-Bold"})
    void openPairsComeCloser(String name) throws Exception {
        OpticalKerning kerning = new OpticalKerning(font(name));
        for (String pair :
                List.of("AV", "VA", "To", "Te", "AT", "LT", "L\u2019", "P.", "r.", "\u0413\u0430", "\u03a4\u03bf")) {
            double between = between(kerning, pair);
            assertTrue(between <= -0.02 && between >= -0.1, pair + " " + between);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotoSans-Regular", "NotoSans-Bold"})
    void evenPairsStay(String name) throws Exception {
        OpticalKerning kerning = new OpticalKerning(font(name));
        for (String pair :
                List.of("nn", "HH", "HI", "NH", "nm", "hn", "nh", "no", "HO", "\u041d\u041f", "\u043d\u043f")) {
            assertEquals(0, between(kerning, pair), pair);
        }
    }

    @Test
    void crowdedPairsMoveApart() throws Exception {
        OpticalKerning kerning = new OpticalKerning(font("NotoSans-Regular"));
        assertTrue(between(kerning, "f\u2019") > 0.01);
        assertTrue(between(kerning, "AA") > 0.01);
    }

    /** The font's own pairs are what a designer saw. */
    @ParameterizedTest
    @ValueSource(strings = {"NotoSans-Regular", "NotoSans-Bold"})
    void pairsThatADesignerMovesFarMoveTheSameWay(String name) throws Exception {
        Font font = font(name).deriveFont(1000f);
        Font kerned = font.deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
        OpticalKerning kerning = new OpticalKerning(font);
        int far = 0;
        List<String> otherwise = new ArrayList<>();
        for (String left : LETTERS.split("")) {
            for (String right : LETTERS.split("")) {
                double designed = width(kerned, left + right) - width(font, left + right);
                double between = kerning.between(left, right);
                assertTrue(between >= -0.1 && between <= 0.03, left + right + " " + between);
                if (Math.abs(designed) > 30) {
                    far++;
                    if (between == 0 || between < 0 != designed < 0) {
                        otherwise.add(left + right);
                    }
                }
            }
        }
        assertTrue(far >= 100, far + " pairs");
        assertTrue(otherwise.size() <= far / 20, otherwise + " of " + far);
    }

    private static double width(Font font, String text) {
        return font.layoutGlyphVector(
                        new FontRenderContext(null, true, true),
                        text.toCharArray(),
                        0,
                        text.length(),
                        Font.LAYOUT_LEFT_TO_RIGHT)
                .getGlyphPosition(text.length())
                .getX();
    }

    @Test
    void lettersThatTouchAreMeantTo() throws Exception {
        OpticalKerning kerning = new OpticalKerning(font("NotoSans-Regular"));
        assertEquals(0, between(kerning, "VV")); // by their upper ends
        assertEquals(0, between(kerning, ".\u2019")); // nothing is beside the other
    }

    @Test
    void aFontWithoutStemsSaysNothing() throws Exception {
        assertFalse(new OpticalKerning(font("NotoSansDevanagari-Regular")).isPossible());
        assertTrue(new OpticalKerning(font("NotoSans-Regular")).isPossible());
    }

    /** More pairs than are kept come out the same. */
    @Test
    void whatIsKeptMakesNoDifference() throws Exception {
        Font font = font("NotoSans-Regular");
        OpticalKerning full = new OpticalKerning(font);
        for (char mark = '\u0300'; mark < '\u0370'; mark++) {
            for (String letter : LETTERS.split("")) {
                full.between(letter + mark, "n");
            }
        }
        OpticalKerning fresh = new OpticalKerning(font);
        for (String left : LETTERS.split("")) {
            assertEquals(fresh.between(left, "o"), full.between(left, "o"));
        }
    }
}
