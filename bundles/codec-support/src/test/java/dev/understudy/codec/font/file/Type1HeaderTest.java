package dev.understudy.codec.font.file;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.FontFormatException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Type1HeaderTest {

    /** As fonts of all makers have it: what looks whether the font is there already, comments, strings with parentheses. */
    private static final String SOUND = """
            %!PS-AdobeFont-1.0: Hand 1.00
            %%Copyright: (nobody's (at all) \u00a9
            FontDirectory/Hand known{/Hand findfont dup/UniqueID known{dup
            /UniqueID get 5020931 eq exch/FontType get 1 eq and}{pop false}ifelse
            {save true}{false}ifelse}{false}ifelse
            12 dict begin
            /FontInfo 9 dict dup begin
            /version (1.00) readonly def
            /Notice (\\050C\\051 of (nobody \\() ) readonly def
            /Weight (Bold) readonly def
            /ItalicAngle -14.5 def
            /isFixedPitch false def
            /OfItsMaker 7 def
            end readonly def
            /FontName /Hand def
            /PaintType 0 def
            /FontType 1 def
            /FontMatrix [0.001 0 .0002 1e-3 0 0] readonly def
            /Encoding 256 array
            0 1 255 {1 index exch /.notdef put} for
            dup 65 /A put
            dup 8#102 /B put
            readonly def
            /FontBBox{-168 -218 1000 898}readonly def
            /XUID[1000 6 23]def
            currentdict end
            currentfile""";

    @Test
    void soundText() {
        assertDoesNotThrow(() -> Type1Header.requireSound(SOUND));
        assertDoesNotThrow(() -> Type1Header.requireSound(SOUND.replace('\n', '\r')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [0.001 0 .0002 1e-3 0 0]    | [1.001 0 .0002 1e-3 0 0]
                    [0.001 0 .0002 1e-3 0 0]    | [0.001 2 .0002 1e-3 0 0]
                    [0.001 0 .0002 1e-3 0 0]    | [0.001 0 .0002 1e-3 3 0]
                    [0.001 0 .0002 1e-3 0 0]    | [0.003 0 .0002 1e-3 0 0]
                    [0.001 0 .0002 1e-3 0 0]    | [0.001 0 .9002 1e-3 0 0]
                    [0.001 0 .0002 1e-3 0 0]    | [0.001 0 .0002 1e+3 0 0]
                    [0.001 0 .0002 1e-3 0 0]    | [0.001 0 .0002 1e-3 0]
                    [0.001 0 .0002 1e-3 0 0]    | [0.0r1 0 .0002 1e-3 0 0]
                    [0.001 0 .0002 1e-3 0 0]    | [0.001 0 .0002 1e-3 0 0
                    /FontMatrix                 | /FontMatriz
                    /FontBBox                   | /FontBBoy
                    -218 1000 898               | -21. 8 1000 898
                    -218 1000 898               | -21* 1000 898
                    {-168                       | .-168
                    dup 65 /A                   | dup 6# /A
                    dup 65 /A                   | dup 650 /A
                    dup 65 /A                   | dup 6.5 /A
                    (Bold)                      | (Bold(
                    (Bold)                      | .Bold)
                    /Weight                     | /Weighs
                    /ItalicAngle                | /ItalycAngle
                    false def                   | falsm def
                    end readonly                | end readonl}
                    /FontType 1                 | /FontType 3
                    /PaintType 0                | /PaintType 8
                    currentfile                 | currentfilm
                    12 dict                     | 12 dict <
                    12 dict                     | 12 d\u00e9ct
                    /Hand def                   | / def
                    """)
    void damagedText(String sound, String damaged) {
        assertTrue(SOUND.contains(sound));
        assertThrows(FontFormatException.class, () -> Type1Header.requireSound(SOUND.replace(sound, damaged)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/FontName", "/Encoding", "/PaintType", "/FontType 1", "/FontMatrix", "/FontBBox"})
    void missingEntries(String entry) {
        assertThrows(FontFormatException.class, () -> Type1Header.requireSound(SOUND.replace(entry, "/Else")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "/a ", "% ", "1 ", "1", "1.", "\\(", ")"})
    void longTextTakesNoTime(String part) {
        String text = SOUND + "\n" + part.repeat(1_000_000) + " currentfile";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            try {
                Type1Header.requireSound(text);
            } catch (FontFormatException e) {
                // one way or the other
            }
        });
    }
}
