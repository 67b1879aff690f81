package dev.understudy.errors.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.serve.Body;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormattedErrorsTest {

    private static final Pattern JSONP =
            Pattern.compile("^(?:/\\*jsonp\\*/)?\\s*([^()]+)\\(([\\s\\S]+),\\s*\"[0-9]*\"\\);?$");

    /** Paths, classes, addresses and what came with the request. */
    private static final Pattern REVEALING = Pattern.compile(
            "/srv|C:|\\.(jpg|tif|icc|svg|ttf|css)|java|dev[./]understudy|sun\\.|Exception|Error\\b|\\bat |\\.com|shop|drum"
                    + "|\\d+\\.\\d+\\.\\d+\\.\\d+|fe80|:\\d{2,}|alert|MaxPix");

    private static final Failure MISSING = new Failure.Missing("shop/größe", true);

    private final FormattedErrors errors = new FormattedErrors(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void aPlainErrorIsTextThatNobodyKeeps() {
        Reply reply = errors.text(MISSING, ErrorForm.PLAIN, StatusPolicy.DOCUMENTED, 2);
        assertEquals(403, reply.status());
        assertEquals("text/plain;charset=utf-8", reply.contentType());
        assertEquals("The file of 'shop/größe' does not exist", body(reply));
        assertEquals(Freshness.NO_STORE, reply.freshness());
        assertNull(reply.digest());
        assertEquals(new StandIn(StandIn.Kind.TEXT, FailureKind.SOURCE_MISSING), reply.standIn());
    }

    @Test
    void thePolicyChoosesTheStatus() {
        assertEquals(
                404, errors.text(MISSING, ErrorForm.PLAIN, StatusPolicy.HTTP, 0).status());
    }

    @ParameterizedTest
    @MethodSource("dev.understudy.errors.text.SampleFailures#revealing")
    void lowDetailIsTheTitleAlone(Failure failure) {
        for (int detail = 0; detail < 2; detail++) {
            Reply reply = errors.text(failure, ErrorForm.PLAIN, StatusPolicy.DOCUMENTED, detail);
            assertEquals(failure.kind().title(), body(reply));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.understudy.errors.text.SampleFailures#revealing")
    void onlyDetailThreeHasAStackTrace(Failure failure) {
        String user = body(errors.text(failure, ErrorForm.PLAIN, StatusPolicy.DOCUMENTED, 2));
        String full = body(errors.text(failure, ErrorForm.PLAIN, StatusPolicy.DOCUMENTED, 3));
        assertEquals(failure.message(), user);
        assertTrue(full.startsWith(user));
        assertEquals(failure.cause() != null, full.contains("\tat dev.understudy.errors.text.SampleFailures."));
    }

    @Test
    void javaProperties() {
        assertForm(PropertySyntax.TEXT, 403, "text/plain;charset=utf-8", """
                #S7Z ERROR
                #Thu Jan 01 00:00:00 UTC 1970
                error.message=The file of 'shop/gr\\u00f6\\u00dfe' does not exist
                error.title=Image not found
                error.code=source.missing
                """);
    }

    @Test
    void javaScript() {
        assertForm(PropertySyntax.JAVASCRIPT, 403, "text/javascript;charset=utf-8", """
                error.message='The file of \''shop/größe\'' does not exist'
                error.title='Image not found'
                error.code='source.missing'
                """);
    }

    @Test
    void xml() {
        assertForm(PropertySyntax.XML, 403, "text/xml;charset=utf-8", """
                <?xml version="1.0" encoding="UTF-8" ?>
                <prop-group>
                <prop-group name="error">
                <property name="message" value="The file of 'shop/größe' does not exist" />
                <property name="title" value="Image not found" />
                <property name="code" value="source.missing" />
                </prop-group>
                </prop-group>
                """);
    }

    @Test
    void jsonIsAScriptThatBrowsersRun() {
        assertForm(
                PropertySyntax.JSON,
                200,
                "text/javascript;charset=utf-8",
                "/*jsonp*/s7jsonError({\"message\":\"The file of 'shop/größe' does not exist\","
                        + "\"title\":\"Image not found\",\"code\":\"source.missing\"},\"\");");
    }

    private void assertForm(PropertySyntax syntax, int status, String contentType, String body) {
        ErrorForm form = new ErrorForm(syntax, null, null, null);
        Reply reply = errors.text(MISSING, form, StatusPolicy.DOCUMENTED, 2);
        assertEquals(status, reply.status());
        assertEquals(contentType, reply.contentType());
        assertEquals(body, body(reply));
        assertEquals(Freshness.NO_STORE, reply.freshness());
        assertEquals(new StandIn(StandIn.Kind.TEXT, FailureKind.SOURCE_MISSING), reply.standIn());
    }

    @ParameterizedTest
    @MethodSource("dev.understudy.errors.text.SampleFailures#revealing")
    void jsonFitsTheParserInUseAndCallsTheHandler(Failure failure) {
        ErrorForm form = new ErrorForm(PropertySyntax.JSON, "onError", "17", null);
        for (int detail = 0; detail <= 3; detail++) {
            String body = body(errors.text(failure, form, StatusPolicy.DOCUMENTED, detail));
            Matcher parser = JSONP.matcher(body);
            assertTrue(parser.matches(), body);
            assertEquals("onError", parser.group(1));
            assertTrue(body.endsWith(",\"17\");"));
            assertFalse(body.contains("</script>"));
        }
    }

    @Test
    void theCorpusHasEveryKindOfFailureAndTellsAllAtDetailThree() {
        Set<FailureKind> kinds = EnumSet.noneOf(FailureKind.class);
        SampleFailures.revealing().forEach(failure -> {
            kinds.add(failure.kind());
            String full = body(errors.text(failure, ErrorForm.PLAIN, StatusPolicy.DOCUMENTED, 3));
            assertTrue(
                    REVEALING.matcher(full).find()
                            || failure.kind() == FailureKind.PROFILE_CORRUPT
                            || failure.kind() == FailureKind.REQUEST_UNSUPPORTED,
                    full);
        });
        assertEquals(EnumSet.allOf(FailureKind.class), kinds);
    }

    @ParameterizedTest
    @MethodSource("dev.understudy.errors.text.SampleFailures#revealing")
    void nothingRevealingIsSaidInAnyFormAtLowDetail(Failure failure) {
        for (PropertySyntax syntax : PropertySyntax.values()) {
            for (int detail = 0; detail < 2; detail++) {
                String body = body(
                        errors.text(failure, new ErrorForm(syntax, null, null, null), StatusPolicy.DOCUMENTED, detail));
                // The date of the text form has a time of day in it, and the script of the JSON form its function's
                // name.
                String said = body.replaceFirst("#.*\n#.*\n", "").replaceFirst("^/\\*jsonp\\*/s7jsonError", "");
                assertFalse(REVEALING.matcher(said).find(), said);
                assertTrue(body.contains(
                        syntax == PropertySyntax.JAVASCRIPT
                                ? failure.kind().title().replace("'", "''")
                                : failure.kind().title()));
            }
        }
    }

    @Test
    void theCharacterSetIsTheOneAskedFor() {
        ErrorForm form = new ErrorForm(PropertySyntax.XML, null, null, "UTF-16");
        Reply reply = errors.text(MISSING, form, StatusPolicy.DOCUMENTED, 2);
        assertEquals("text/xml;charset=utf-16", reply.contentType());
        String text = new String(((Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_16);
        assertTrue(text.startsWith("<?xml version=\"1.0\" encoding=\"UTF-16\" ?>"));
        assertTrue(text.contains("größe"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void anErrorImageNeverShowsAStackTrace(int detail) {
        Failure failure = new Failure.Internal(new IllegalStateException("/srv/images"));
        Map<String, String> variables = errors.variables(failure, StatusPolicy.DOCUMENTED, detail);
        assertEquals(
                detail < 2 ? "Internal error" : "Unexpected IllegalStateException", variables.get("error.message"));
        assertEquals("Internal error", variables.get("error.title"));
        assertEquals("internal", variables.get("error.code"));
        assertEquals("500", variables.get("error.status"));
        assertFalse(variables.toString().contains("/srv"));
    }

    static String body(Reply reply) {
        return new String(((Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8);
    }
}
