package dev.understudy.engine.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest {

    private static final String[] PIECES = {
        "$",
        "&",
        "=",
        "?",
        "%",
        "%2",
        "{",
        "}",
        "(",
        ")",
        "%7B",
        "%7d",
        "is{",
        "is(",
        "is%7b",
        "src=",
        "mask=",
        "layer=",
        "layer=1,a",
        "effect=",
        "text=",
        "$a=",
        "$a$",
        "$object$",
        "$square$",
        "%24a%24",
        "..",
        "/",
        ",",
        "\0",
        "\uD800",
        "gallery",
        "card",
        "template=",
        "wid=",
        "-1",
        "1e309",
        "comp",
        " ",
        "+",
        "\u0130",
        ".",
        "a"
    };

    private final TestCatalogs catalogs = TestCatalogs.sample();

    @ParameterizedTest
    @ValueSource(strings = {"src=", "src=is", "mask=", "$a=is", "text=", "imageSet="})
    void aHundredThousandBracesAreTooMany(String start) {
        assertEquals(FailureKind.SIZE_LIMIT, failure(start + "{".repeat(100_000)));
    }

    @Test
    void longQueriesWithinTheLimitAreRead() throws ServeException {
        assertNotNull(read("text=" + "{".repeat(60_000)));
        assertNotNull(read("$".repeat(60_000)));
        assertNotNull(read("text=" + "$".repeat(60_000)));
        assertNotNull(read("text=" + "$a".repeat(30_000)));
        assertNotNull(read("text=" + "%".repeat(60_000)));
        assertNotNull(read("&".repeat(60_000)));
        assertNotNull(read("=".repeat(60_000)));
    }

    @Test
    void nestingIsBounded() throws ServeException {
        assertNotNull(read("src=is{?".repeat(7) + "src=bridge" + "}".repeat(7)));
        assertEquals(FailureKind.SIZE_LIMIT, failure("src=is{?".repeat(9) + "src=bridge" + "}".repeat(9)));
        assertEquals(FailureKind.SIZE_LIMIT, failure("src=is{?".repeat(7000) + "}".repeat(7000)));
        assertEquals(FailureKind.REQUEST_MALFORMED, failure("src=is{?".repeat(7000)));
    }

    @Test
    void requestsInARequestAreCounted() throws ServeException {
        assertNotNull(read(layers(50, "src=is{bridge}")));
        assertEquals(FailureKind.SIZE_LIMIT, failure(layers(64, "src=is{bridge}")));
    }

    @Test
    void requestsThatMultiplyAreCounted() {
        catalogs.tenant("gallery")
                .record("twice", "", "layer=0&src=is{gallery/twice}&layer=1&src=is{gallery/twice}", "");
        assertEquals(FailureKind.SIZE_LIMIT, failure("src=is{gallery/twice}"));
    }

    @Test
    void tenThousandLayersAreTooMany() {
        assertEquals(FailureKind.SIZE_LIMIT, failure(layers(5000, "")));
        assertEquals(FailureKind.SIZE_LIMIT, failure(layers(257, "text=a")));
        assertEquals(FailureKind.SIZE_LIMIT, failure(layers(130, "text=a&effect=-1&color=0,0,0")));
    }

    @Test
    void aVariableInAVariableInAVariableDoesNotExplode() {
        String bomb = "$a=" + "x".repeat(5000) + "&text=" + "$a$".repeat(5000);
        assertEquals(FailureKind.SIZE_LIMIT, failure(bomb));
    }

    @Test
    void macrosThatInvokeThemselvesEnd() {
        assertEquals(FailureKind.REQUEST_MALFORMED, failure("$loop$"));
        catalogs.defaults().macro("m0", "wid=1");
        IntStream.range(1, 30).forEach(i -> catalogs.defaults().macro("m" + i, "%24m" + (i - 1) + "%24="));
        assertEquals(FailureKind.SIZE_LIMIT, failure("$m29$"));
    }

    @Test
    void macrosThatMultiplyEnd() {
        catalogs.defaults().macro("b0", "wid=1");
        IntStream.range(1, 15)
                .forEach(i -> catalogs.defaults().macro("b" + i, ("%24b" + (i - 1) + "%24=&").repeat(10)));
        assertEquals(FailureKind.SIZE_LIMIT, failure("$b14$"));
    }

    @Test
    void commandsAreCounted() {
        assertEquals(FailureKind.SIZE_LIMIT, failure("wid=1&".repeat(5000)));
        assertEquals(FailureKind.SIZE_LIMIT, failure("$a=1&".repeat(5000)));
    }

    @ParameterizedTest
    @CsvSource({"5000", "100000"})
    void longPathsAreTooLong(int length) {
        ServeException thrown =
                assertThrows(ServeException.class, () -> TestRequests.whole("a/".repeat(length), null, catalogs));
        assertEquals(FailureKind.SIZE_LIMIT, thrown.failure().kind());
    }

    /** Whatever comes in, it is read or refused, and in no time; and what is known of it even when it is refused throws nothing at all. */
    @Test
    void nothingElseIsEverThrown() {
        Random random = new Random(4711);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 20_000; i++) {
                String path = pieces(random, 6);
                String query = pieces(random, 25);
                try {
                    assertNotNull(ResolvedRequestWriter.of(TestRequests.whole(path, query, catalogs)));
                } catch (ServeException e) {
                    assertNotNull(e.failure().message());
                    assertNotEquals(FailureKind.INTERNAL, e.failure().kind());
                }
                RawRequest raw = TestRequests.raw(path, query, catalogs);
                ReadRequest refused = RequestReader.read(raw, new Failure.Refused("no"));
                assertInstanceOf(ReadRequest.Refused.class, refused);
                assertNotNull(refused.legible());
            }
        });
    }

    private static String pieces(Random random, int most) {
        return IntStream.range(0, random.nextInt(most))
                .mapToObj(i -> PIECES[random.nextInt(PIECES.length)])
                .collect(Collectors.joining());
    }

    private static String layers(int count, String commands) {
        return IntStream.range(0, count)
                .mapToObj(i -> "layer=" + i + "&" + commands)
                .collect(Collectors.joining("&"));
    }

    private ImageRequest read(String query) throws ServeException {
        return TestRequests.whole("gallery/bridge", query, catalogs);
    }

    private FailureKind failure(String query) {
        return assertThrows(ServeException.class, () -> read(query)).failure().kind();
    }
}
