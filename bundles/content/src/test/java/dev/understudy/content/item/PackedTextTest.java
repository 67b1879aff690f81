package dev.understudy.content.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Body;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in the call of a function. */
class PackedTextTest {

    private static final String CAPTIONS =
            "WEBVTT\n\n00:01.000 --> 00:02.000\n\"Gr\u00fc\u00df Gott\" </script>\u2028\n";

    private static final String JSON =
            "\"WEBVTT\\n\\n00:01.000 --> 00:02.000\\n\\\"Gr\u00fc\u00df Gott\\\" \\u003c/script>\\u2028\\n\"";

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private ErrorForm form = ErrorForm.PLAIN;
    private ContentService contents;

    @BeforeEach
    void begin() throws Exception {
        catalogs.tenant("shop")
                .set(Attributes.STATIC_CONTENT_ROOT_PATH, "shop")
                .set(Attributes.EXPIRATION, Duration.ofHours(5))
                .content("captions", "a.vtt");
        Files.createDirectory(folder.resolve("shop"));
        write("a.vtt", CAPTIONS.getBytes(StandardCharsets.UTF_8));
        contents = new ContentService(new FolderSources(folder), new ErrorRenderer() {
            @Override
            public Reply text(Failure failure, ErrorForm asked, StatusPolicy policy, int detail) {
                form = asked;
                return Reply.of("text/plain", failure.kind().code().getBytes(StandardCharsets.UTF_8))
                        .withStandIn(new StandIn(StandIn.Kind.TEXT, failure.kind()));
            }

            @Override
            public Map<String, String> variables(Failure failure, StatusPolicy policy, int detail) {
                throw new UnsupportedOperationException();
            }
        });
    }

    private void write(String name, byte[] bytes) throws Exception {
        Files.write(folder.resolve("shop").resolve(name), bytes);
    }

    private Reply reply(String path, String query) {
        return assertInstanceOf(
                Reply.class,
                contents.answer(
                        path,
                        query,
                        InetAddress.getLoopbackAddress(),
                        catalogs,
                        Forwardable.NO,
                        false,
                        null,
                        new AccessRecord()));
    }

    private static String text(Reply reply) {
        return new String(assertInstanceOf(Body.Bytes.class, reply.body()).bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "handler=show&id=7 | show | 7",
                "handler=a.b.show   | a.b.show | ''",
                "fmt=json           | s7jsonResponse | ''",
                "fmt=JSONP&id=9     | s7jsonResponse | 9",
                "handler=alert(1)// | s7jsonResponse | ''"
            })
    void textIsAStringInACall(String query, String function, String id) {
        Reply reply = reply("shop/captions", query);
        assertEquals("/*jsonp*/" + function + "(" + JSON + ",\"" + id + "\");", text(reply));
        assertEquals("text/javascript;charset=utf-8", reply.contentType());
        assertEquals(Freshness.of(Duration.ofHours(5)), reply.freshness());
        assertNotNull(reply.lastModified());
        assertEquals(32, assertNotNullTag(reply).length());
    }

    private static String assertNotNullTag(Reply reply) {
        String digest = reply.digest();
        assertNotNull(digest);
        return digest;
    }

    @Test
    void anotherFunctionIsAnotherAnswer() {
        assertNotEquals(
                reply("shop/captions", "handler=a").digest(),
                reply("shop/captions", "handler=b").digest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id=7", "fmt=png", "handler="})
    void whoAsksForTheFileGetsIt(String query) {
        Reply reply = reply("shop/captions", query);
        assertEquals("text/vtt;charset=utf-8", reply.contentType());
        assertInstanceOf(Body.Opened.class, reply.body());
    }

    @Test
    void anEmptyFileAndOneWithAMark() throws Exception {
        write("empty.txt", new byte[0]);
        assertEquals("/*jsonp*/f(\"\",\"\");", text(reply("shop/empty.txt", "handler=f")));
        write("mark.css", "\ufeffa{}".getBytes(StandardCharsets.UTF_8));
        assertEquals("/*jsonp*/f(\"a{}\",\"\");", text(reply("shop/mark.css", "handler=f")));
    }

    @Test
    void whatCannotBePackedIsSaidToTheFunction() throws Exception {
        write("clip.mp4", new byte[10]);
        assertEquals("parameter.invalid", text(reply("shop/clip.mp4", "handler=f&id=3")));
        assertEquals(new ErrorForm(ErrorForm.PropertySyntax.JSON, "f", "3", null), form);
        write("latin.txt", "Gr\u00fc\u00df".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("static.unreadable", text(reply("shop/latin.txt", "handler=f")));
        write("long.txt", new byte[2 * 1024 * 1024 + 1]);
        assertEquals("size.limit", text(reply("shop/long.txt", "handler=f")));
        write("longest.txt", new byte[2 * 1024 * 1024]);
        assertTrue(text(reply("shop/longest.txt", "handler=f")).startsWith("/*jsonp*/f("));
        assertEquals("static.missing", text(reply("shop/nothing.txt", "handler=f")));
    }
}
