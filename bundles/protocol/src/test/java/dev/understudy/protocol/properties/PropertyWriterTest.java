package dev.understudy.protocol.properties;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.protocol.properties.PropertyWriter.Outcome;
import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PropertyWriterTest {

    private static final Instant TIME = Instant.parse("2014-07-26T00:28:32Z");

    @Test
    void textStartsWithTheMarkAndTheDate() {
        assertEquals(
                "#S7Z OK\n#Sat Jul 26 00:28:32 UTC 2014\nimage.width=2000\nimage.type=image/jpeg\nempty=\n",
                body(write(
                        properties("image.width", "2000", "image.type", "image/jpeg", "empty", ""),
                        PropertySyntax.TEXT)));
    }

    @Test
    void textCanBeReadBackAsJavaProperties() throws IOException {
        String hostile = "  a\\b\nc\td = Löwenzahn \uD83C\uDF3C é:#!";
        Properties read = new Properties();
        read.load(new StringReader(body(write(properties("user.note", hostile), PropertySyntax.TEXT))));
        assertEquals(hostile, read.getProperty("user.note"));
    }

    @Test
    void jsonIsCompactByteForByte() {
        Reply reply = write(properties("image.width", "2000", "image.height", "2400"), PropertySyntax.JSON);
        assertEquals(
                "/*jsonp*/s7jsonResponse({\"image.width\":\"2000\",\"image.height\":\"2400\"},\"\");", body(reply));
        assertEquals("text/javascript;charset=utf-8", reply.contentType());
    }

    @Test
    void jsonCallsTheHandlerWithTheRequestsId() {
        ErrorForm form = new ErrorForm(PropertySyntax.JSON, "onProps", "17", null);
        assertEquals(
                "/*jsonp*/onProps({\"a\":\"1\"},\"17\");",
                body(PropertyWriter.write(properties("a", "1"), form, Outcome.OK, TIME)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "alert(1)//", "a;b", "a.", ".a", "a..b", "1a", "a\nb", "a/**/", "größe", "a[0]"})
    void onlyFunctionsAreCalled(String handler) {
        ErrorForm form = new ErrorForm(PropertySyntax.JSON, handler, null, null);
        assertEquals(
                "/*jsonp*/s7jsonResponse({\"a\":\"1\"},\"\");",
                body(PropertyWriter.write(properties("a", "1"), form, Outcome.OK, TIME)));
    }

    @Test
    void aFunctionMayBelongToAnObject() {
        ErrorForm form = new ErrorForm(PropertySyntax.JSON, "page.$zoom_1.onProps", null, null);
        assertEquals(
                "/*jsonp*/page.$zoom_1.onProps({\"a\":\"1\"},\"\");",
                body(PropertyWriter.write(properties("a", "1"), form, Outcome.OK, TIME)));
    }

    @Test
    void jsonErrorsHaveTheirOwnFunction() {
        ErrorForm form = new ErrorForm(PropertySyntax.JSON, null, null, null);
        assertEquals(
                "/*jsonp*/s7jsonError({\"message\":\"no\",\"title\":\"No\"},\"\");",
                body(PropertyWriter.write(properties("message", "no", "title", "No"), form, Outcome.ERROR, TIME)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"});alert(1);//", "\\", "</script>", "\u2028", "\n\r\0", "\uD800"})
    void nothingBreaksOutOfAJsonString(String hostile) {
        String json = body(write(properties("a", hostile), PropertySyntax.JSON));
        String value =
                json.substring("/*jsonp*/s7jsonResponse({\"a\":\"".length(), json.length() - "\"},\"\");".length());
        assertTrue(value.matches("([^\"\\\\<\\x00-\\x1f\u2028\u2029]|\\\\[\"\\\\n]|\\\\u[0-9a-f]{4})*"), value);
    }

    @Test
    void javaScriptDoublesSingleQuotes() {
        assertEquals(
                "image.name='it''s'\nimage.width='3'\n",
                body(write(properties("image.name", "it's", "image.width", "3"), PropertySyntax.JAVASCRIPT)));
    }

    @Test
    void javaScriptValuesCannotEndTheirString() {
        assertEquals("a.b='\\\\\\n'\n", body(write(properties("a.b", "\\\n"), PropertySyntax.JAVASCRIPT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1"})
    void xmlIsWellFormedInEveryCharacterSet(String charset) throws Exception {
        String hostile = "<&\"'>\n\t é Ω \uD83C\uDF3C";
        ErrorForm form = new ErrorForm(PropertySyntax.XML, null, null, charset);
        Map<String, String> properties =
                properties("image.width", "3", "image.note", hostile, "catalog.id", "x", "bare", "\0\uD800");
        Reply reply = PropertyWriter.write(properties, form, Outcome.OK, TIME);

        assertEquals("text/xml;charset=" + charset.toLowerCase(java.util.Locale.ROOT), reply.contentType());
        String text = new String(bytes(reply), Charset.forName(charset));
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new org.xml.sax.InputSource(new StringReader(text)));
        Element group = (Element) document.getElementsByTagName("prop-group").item(1);
        assertEquals("image", group.getAttribute("name"));
        assertEquals(2, group.getElementsByTagName("property").getLength());
        assertEquals(hostile, ((Element) group.getElementsByTagName("property").item(1)).getAttribute("value"));
    }

    @Test
    void latinOneEscapesWhatItLacks() {
        ErrorForm form = new ErrorForm(PropertySyntax.JSON, null, null, "iso-8859-1");
        byte[] bytes = bytes(PropertyWriter.write(properties("a", "éΩ\uD83C\uDF3C"), form, Outcome.OK, TIME));
        assertArrayEquals(
                "/*jsonp*/s7jsonResponse({\"a\":\"é\\u03a9\\ud83c\\udf3c\"},\"\");"
                        .getBytes(StandardCharsets.ISO_8859_1),
                bytes);
    }

    @Test
    void halfACharacterIsWrittenAsAnEscape() {
        assertEquals(
                "/*jsonp*/s7jsonResponse({\"a\":\"\\ud800 \uD83C\uDF3C\"},\"\");",
                body(write(properties("a", "\uD800 \uD83C\uDF3C"), PropertySyntax.JSON)));
    }

    @Test
    void theTextFormLoadsFromBytesToo() throws IOException {
        Properties read = new Properties();
        read.load(new ByteArrayInputStream(bytes(write(properties("a", "Ω"), PropertySyntax.TEXT))));
        assertEquals("Ω", read.getProperty("a"));
    }

    private static Reply write(Map<String, String> properties, PropertySyntax syntax) {
        return PropertyWriter.write(properties, new ErrorForm(syntax, null, null, null), Outcome.OK, TIME);
    }

    private static Map<String, String> properties(String... namesAndValues) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }

    private static String body(Reply reply) {
        return new String(bytes(reply), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Reply reply) {
        return ((Body.Bytes) reply.body()).bytes();
    }
}
