package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Response;
import dev.understudy.itest.faults.LocalFault.Outcome;
import java.awt.Color;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at answers and at what the access log says of them. */
final class Examination {

    private static final int UNAVAILABLE = 503;
    /** What is asked for, unless the request is wrong itself. */
    private static final Pattern WIDTH = Pattern.compile("wid=40\\b");

    private Examination() {}

    /** Whether an answer is as it must be: status, type, body, headers. */
    static void answer(Response response, FaultAnswer expected, Outcome outcome) {
        assertAll(
                response.toString(),
                () -> assertEquals(expected == FaultAnswer.TEXT ? outcome.status() : 200, response.status()),
                () -> assertEquals(standIn(expected, outcome), response.header("Understudy-StandIn")),
                () -> {
                    switch (expected) {
                        case RIGHT -> shows(response, LocalFaults.HERE);
                        case FORWARDED -> shows(response, LocalFaults.THERE);
                        case DEFAULT_IMAGE -> defaultImage(response);
                        case ERROR_IMAGE -> errorImage(response);
                        case TEXT -> text(response, outcome);
                        case NOT_ASKED -> throw new IllegalArgumentException();
                    }
                });
    }

    private static String standIn(FaultAnswer expected, Outcome outcome) {
        return expected == FaultAnswer.RIGHT ? "" : expected.standIn() + "; code=" + outcome.code();
    }

    private static void shows(Response response, Color color) {
        if (response.type().startsWith("text/plain")) {
            assertEquals(FaultTenant.content(color), response.text());
        } else {
            image(response, color, 40, 30);
        }
        assertTrue(!response.header("ETag").isEmpty(), "no ETag");
    }

    private static void defaultImage(Response response) {
        image(response, FaultTenant.DEFAULT_IMAGE, 40, 40);
        assertTrue(response.header("Cache-Control").matches("max-age=\\d+"), "lifetime");
        assertTrue(!response.header("ETag").isEmpty(), "no ETag");
    }

    private static void errorImage(Response response) {
        if (WIDTH.matcher(response.target()).find()) {
            image(response, FaultTenant.ERROR_IMAGE, 40, 20);
        } else {
            image(response, FaultTenant.ERROR_IMAGE, 120, 60);
        }
        assertEquals("no-store", response.header("Cache-Control"));
    }

    /** In the size and format that were asked for. */
    private static void image(Response response, Color color, int width, int height) {
        assertEquals("image/png", response.type());
        assertEquals(
                List.of(width, height),
                List.of(response.image().getWidth(), response.image().getHeight()));
        assertTrue(FaultImages.isPlain(response.image(), color), "all of it " + color);
    }

    private static void text(Response response, Outcome outcome) {
        assertAll(
                () -> assertEquals("text/plain;charset=utf-8", response.type()),
                () -> assertEquals(outcome.title(), response.text().strip()),
                () -> assertEquals("nosniff", response.header("X-Content-Type-Options")),
                () -> assertEquals("no-store", response.header("Cache-Control")),
                () -> assertEquals("", response.header("ETag")),
                () -> assertEquals("", response.header("Last-Modified")),
                () -> assertEquals(
                        outcome.status() == UNAVAILABLE,
                        response.header("Retry-After").matches("[1-9]\\d*"),
                        "Retry-After"));
    }

    /** Whether HEAD says the same as GET, without the body. */
    static void head(Response head, Response get) {
        assertArrayEquals(new byte[0], head.body());
        assertEquals(get.status(), head.status());
        for (String header : List.of(
                "Understudy-StandIn", "Content-Type", "Content-Length", "Cache-Control", "ETag", "Retry-After")) {
            assertEquals(get.header(header), head.header(header), header);
        }
    }

    /** Whether the access log tells what happened. */
    static void record(AccessRecords.Entry entry, FaultAnswer expected, Outcome outcome) {
        boolean right = expected == FaultAnswer.RIGHT;
        String exception = right ? "-" : outcome.code() + ":.*";
        assertAll(
                entry.toString(),
                () -> assertEquals(expected == FaultAnswer.TEXT ? outcome.status() : 200, entry.status()),
                () -> assertEquals(right ? 0 : outcome.processingStatus(), entry.processingStatus()),
                () -> assertTrue(entry.exception().matches(exception), "Exception is to be " + exception),
                () -> assertTrue(cacheUses(expected).contains(entry.cacheUse()), "CacheUse"));
    }

    private static List<String> cacheUses(FaultAnswer answer) {
        return switch (answer) {
            case RIGHT, DEFAULT_IMAGE -> List.of("CREATED", "REUSED", "UPDATED", "VALIDATED", "UNDEFINED");
            case FORWARDED -> List.of("REMOTE");
            default -> List.of("UNDEFINED");
        };
    }
}
