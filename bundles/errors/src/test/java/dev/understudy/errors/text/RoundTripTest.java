package dev.understudy.errors.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whatever a message says, who reads the error in its form gets just that, the same in every form. */
class RoundTripTest {

    private static final List<String> MESSAGES = List.of(
            "it's \"quoted\" \\ and \\\\",
            "one\ntwo\r\nthree\tfour",
            "  spaces around  ",
            "</script><script>alert(1)</script><!--",
            "]]> &amp; &#0; <!DOCTYPE x> %entity;",
            "*/ /* // ); \",\"\"); alert(1)",
            "line\u2028and\u2029paragraph, \u0085, \ufeff",
            "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 \u65e5\u672c \u0e44\u0e17\u0e22 gr\u00f6\u00dfe \uD83C\uDF3C",
            "# ! : = a=b",
            "");

    private static final String CONTROLS = "a\u0000b\u0001\u001b[31m\u007f";

    private final FormattedErrors errors = new FormattedErrors(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (String message : MESSAGES) {
            for (String charset : List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1")) {
                for (PropertySyntax syntax : List.of(
                        PropertySyntax.TEXT, PropertySyntax.JAVASCRIPT, PropertySyntax.XML, PropertySyntax.JSON)) {
                    cases.add(Arguments.of(message, charset, syntax));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMessageSurvives(String message, String charset, PropertySyntax syntax) throws Exception {
        Map<String, String> read = read(reply(message, charset, syntax), charset, syntax);
        assertEquals(Map.of("message", message, "title", "Malformed request", "code", "request.malformed"), read);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void controlCharactersDoTooWhereTheFormHasThem(String message, String charset, PropertySyntax syntax)
            throws Exception {
        String read = read(reply(CONTROLS + message, charset, syntax), charset, syntax)
                .get("message");
        String expected =
                syntax == PropertySyntax.XML ? CONTROLS.replaceAll("[\u0000\u0001\u001b]", "\ufffd") : CONTROLS;
        assertEquals(expected + message, read);
    }

    private Reply reply(String message, String charset, PropertySyntax syntax) {
        ErrorForm form = new ErrorForm(syntax, null, null, charset);
        return errors.text(new Failure.Malformed(message), form, StatusPolicy.DOCUMENTED, 2);
    }

    private static Map<String, String> read(Reply reply, String charset, PropertySyntax syntax) throws Exception {
        byte[] bytes = ((Body.Bytes) reply.body()).bytes();
        String body = new String(bytes, Charset.forName(charset));
        assertTrue(reply.contentType().endsWith(";charset=" + charset.toLowerCase(Locale.ROOT)));
        return switch (syntax) {
            case TEXT -> readProperties(body);
            case JAVASCRIPT -> readScript(body);
            case XML -> readXml(bytes);
            default -> readJson(body);
        };
    }

    private static Map<String, String> readProperties(String body) throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(body));
        Map<String, String> read = new TreeMap<>();
        properties.forEach((name, value) -> read.put(name.toString().substring("error.".length()), value.toString()));
        return read;
    }

    /** As the reference has it: a line each, a single quote doubled; other escapes as in any script. */
    private static Map<String, String> readScript(String body) {
        Map<String, String> read = new TreeMap<>();
        for (String line : body.split("\n")) {
            Matcher assignment =
                    Pattern.compile("error\\.(\\w+)='((?:[^']|'')*)'").matcher(line);
            assertTrue(assignment.matches(), line);
            assertFalse(line.contains("<"), line);
            read.put(assignment.group(1), unescaped(assignment.group(2).replace("''", "'")));
        }
        return read;
    }

    /** From the bytes, so that the parser believes what the document says of its encoding. */
    private static Map<String, String> readXml(byte[] bytes) throws Exception {
        NodeList properties = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getElementsByTagName("property");
        Map<String, String> read = new TreeMap<>();
        for (int i = 0; i < properties.getLength(); i++) {
            Element property = (Element) properties.item(i);
            read.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        return read;
    }

    private static Map<String, String> readJson(String body) {
        Matcher call = Pattern.compile("(?s)/\\*jsonp\\*/s7jsonError\\(\\{(.*)},\"\"\\);")
                .matcher(body);
        assertTrue(call.matches(), body);
        assertFalse(body.contains("<"), body);
        Map<String, String> read = new TreeMap<>();
        String string = "\"((?:[^\"\\\\\\x00-\\x1f]|\\\\.)*)\"";
        Matcher members = Pattern.compile("\\G,?" + string + ":" + string).matcher(call.group(1));
        int end = 0;
        while (members.find()) {
            read.put(members.group(1), unescaped(members.group(2)));
            end = members.end();
        }
        assertEquals(call.group(1).length(), end, body);
        return read;
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\(u([0-9a-f]{4})|.)")
                .matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape)));
    }

    private static String unescaped(MatchResult escape) {
        if (escape.group(2) != null) {
            return String.valueOf((char) Integer.parseInt(escape.group(2), 16));
        }
        return escape.group(1).equals("n") ? "\n" : escape.group(1);
    }
}
