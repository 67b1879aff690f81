package dev.understudy.engine.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.plan.FilledVariable;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Tolerance;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.codec.BytesSource;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of variables in the text of a vector image. */
class FilledSourceTest {

    private static final List<FilledVariable> VALUES = List.of(
            new FilledVariable("color", "red"),
            new FilledVariable("txt", "a<b & \"c\" $color$"),
            new FilledVariable("word", "\u00e4\u65e5"));

    private static String text(Source source) throws Exception {
        source.channel().position(0);
        return new String(Channels.newInputStream(source.channel()).readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Source filled(Source source, List<FilledVariable> values) throws ServeException {
        ImageFile file =
                new ImageFile(new SourceKey(SourceKey.Kind.IMAGE, "", "a.svg", false), Tolerance.STRICT).filled(values);
        return FilledSource.of(source, file, EmbeddedFiles.NOT_NEEDED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <g fill='$color$'/>       | <g fill='red'/>
                    <g fill='$COLOR$$color$'/> | <g fill='redred'/>
                    <t>$txt$</t>              | <t>a&#60;b &#38; &#34;c&#34; &#36;color&#36;</t>
                    <t>$word$</t>             | <t>&#228;&#26085;</t>
                    <t>5$ and $color$</t>     | <t>5$ and red</t>
                    <t>$other$color$</t>      | <t>$otherred</t>
                    <t>$other$ $$ $ä$</t>     | <t>$other$ $$ $ä$</t>
                    """)
    void valuesTakeTheirPlaces(String file, String filled) throws Exception {
        try (BytesSource source = new BytesSource(file.getBytes(StandardCharsets.UTF_8))) {
            assertEquals(filled, text(filled(source, VALUES)));
        }
    }

    @Test
    void packedFilesAreUnpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("<g fill='$color$'/>".getBytes(StandardCharsets.UTF_8));
        }
        try (BytesSource source = new BytesSource(packed.toByteArray())) {
            assertEquals("<g fill='red'/>", text(filled(source, VALUES)));
        }
    }

    @Test
    void otherValuesAreAnotherState() throws Exception {
        try (BytesSource source = new BytesSource("<g fill='$color$'/>".getBytes(StandardCharsets.UTF_8))) {
            Source red = filled(source, VALUES);
            Source tan = filled(source, List.of(new FilledVariable("color", "tan")));
            assertNotEquals(red.stamp(), tan.stamp());
            assertNotEquals(source.stamp(), red.stamp());
            assertEquals(source.key(), red.key());
            ByteBuffer three = ByteBuffer.allocate(3);
            red.channel().position(9);
            assertEquals(3, red.channel().read(three));
            assertEquals("red", new String(three.array(), StandardCharsets.UTF_8));
            assertEquals(15, red.channel().size());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <!DOCTYPE svg><g/>                            | <g/>
                    <g/>                                          | <!DOCTYPE svg [ <!ENTITY a "]"> ] ><g/>
                    <!DOCTYPE a><!DOCTYPE svg [ ]><g/>            | <g/>
                    """)
    void declarationsEndWhereMarkupBegins(String text, String other) {
        assertEquals(text.endsWith("]><g/>") ? text.length() - 4 : 0, FilledSource.declarationsEnd(text));
        assertEquals(other.contains("[") ? other.length() - 4 : 0, FilledSource.declarationsEnd(other));
    }

    /** A search that begins again at each of them would take from minutes to hours. */
    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE", "<!DOCTYPE[", "<!DOCTYPE>", "<!DOCTYPE[]", "<!DOCTYPE[] "})
    void theTimeForDeclarationsGrowsAsTheTextDoes(String piece) {
        assertEquals(0, FilledSource.declarationsEnd(piece.repeat(1 << 20)));
    }

    @Test
    void theMemoryIsThatOfWhatIsUnpacked() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[1 << 22]);
        }
        try (BytesSource source = new BytesSource(packed.toByteArray())) {
            assertEquals(3 << 22, FilledSource.memory(source));
            assertTrue(source.channel().isOpen());
            assertEquals(6 << 22, FilledSource.fillingMemory(source));
        }
    }

    @Test
    void aFileWithoutVariablesIsTheFileItself() throws Exception {
        try (BytesSource source = new BytesSource("<g fill='$no$'/>".getBytes(StandardCharsets.UTF_8))) {
            assertSame(source, filled(source, VALUES));
            assertSame(source, filled(source, List.of()));
        }
    }
}
