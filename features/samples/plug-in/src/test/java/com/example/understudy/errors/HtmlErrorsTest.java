package com.example.understudy.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.serve.Body;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlErrorsTest {

    private static final Failure FAILURE = new Failure.InvalidParameter("fmt", "<script>", "one of jpeg & png");

    private final HtmlErrors errors = new HtmlErrors(new OtherErrors());

    @Test
    void whatClientsHaveSentIsNoMarkup() {
        Reply reply = errors.text(FAILURE, ErrorForm.PLAIN, StatusPolicy.HTTP, 2);
        String page = new String(((Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8);
        assertEquals("text/html;charset=utf-8", reply.contentType());
        assertEquals(418, reply.status());
        assertTrue(page.contains("&lt;script&gt;") && page.contains("jpeg &amp; png"), page);
        assertFalse(page.contains("<script>"), page);
    }

    @Test
    void programsGetWhatTheyAskFor() {
        ErrorForm json = new ErrorForm(ErrorForm.PropertySyntax.JSON, null, null, null);
        assertEquals(
                "the others'", errors.text(FAILURE, json, StatusPolicy.HTTP, 2).contentType());
    }

    private static final class OtherErrors implements ErrorRenderer {

        @Override
        public Reply text(Failure failure, ErrorForm form, StatusPolicy policy, int detail) {
            return Reply.of("the others'", new byte[0]).withStatus(418);
        }

        @Override
        public Map<String, String> variables(Failure failure, StatusPolicy policy, int detail) {
            return Map.of(
                    "error.title", failure.kind().title(),
                    "error.message", failure.message(),
                    "error.code", failure.kind().code());
        }
    }
}
