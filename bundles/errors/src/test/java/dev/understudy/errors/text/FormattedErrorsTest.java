package dev.understudy.errors.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.serve.Body;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormattedErrorsTest {

    private static final Failure MISSING = new Failure.Missing("shop/größe", true);

    private final FormattedErrors errors = new FormattedErrors();

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
    @MethodSource("dev.understudy.errors.text.Failures#revealing")
    void lowDetailIsTheTitleAlone(Failure failure) {
        for (int detail = 0; detail < 2; detail++) {
            Reply reply = errors.text(failure, ErrorForm.PLAIN, StatusPolicy.DOCUMENTED, detail);
            assertEquals(failure.kind().title(), body(reply));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.understudy.errors.text.Failures#revealing")
    void onlyDetailThreeHasAStackTrace(Failure failure) {
        String user = body(errors.text(failure, ErrorForm.PLAIN, StatusPolicy.DOCUMENTED, 2));
        String full = body(errors.text(failure, ErrorForm.PLAIN, StatusPolicy.DOCUMENTED, 3));
        assertEquals(failure.message(), user);
        assertTrue(full.startsWith(user));
        assertEquals(failure.cause() != null, full.contains("\tat dev.understudy.errors.text.Failures."));
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
