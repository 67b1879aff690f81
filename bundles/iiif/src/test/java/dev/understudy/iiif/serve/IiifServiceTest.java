package dev.understudy.iiif.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.image.PixelSize;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Body;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service above an image service that remembers what it was asked. */
class IiifServiceTest {

    private static final String ROOT = "http://images.example.com/iiif/3";

    private final TestCatalogs catalogs = new TestCatalogs();
    private final Recorder images = new Recorder();
    private Instant now = Instant.now();
    private final IiifService service = new IiifService(images, () -> catalogs, new Titles(), 512, () -> now);

    IiifServiceTest() {
        catalogs.tenant("shop").record("bowl", "bowl.jpg");
    }

    @Test
    void anIdentifierLeadsToTheInformation() {
        Reply reply = get("shop%2Fbowl");
        assertEquals(303, reply.status());
        assertEquals(List.of(new RuleHeader("Location", ROOT + "/shop%2Fbowl/info.json", false)), reply.headers());
    }

    @Test
    void theInformationTellsSizesAndTiles() {
        catalogs.tenant("shop").set(Attributes.MAX_PIX, new PixelSize(2000, 1000));
        Reply reply = get("shop%2Fbowl/info.json");
        assertEquals("application/json", reply.contentType());
        String json = text(reply);
        assertTrue(json.contains("\"id\":\"" + ROOT + "/shop%2Fbowl\""), json);
        assertTrue(json.contains("\"width\":3000,\"height\":1500,\"maxWidth\":2000,\"maxHeight\":1000"), json);
        assertTrue(json.contains("\"sizes\":[{\"width\":188,\"height\":94},{\"width\":375,\"height\":188}"), json);
        assertTrue(json.contains("{\"width\":1500,\"height\":750}]"), json);
        assertTrue(json.contains("\"tiles\":[{\"width\":512,\"scaleFactors\":[1,2,4,8]}]"), json);
    }

    @Test
    void imagesBearTheirCanonicalFormAndThePropertiesAreReliedOnForASecond() {
        Reply reply = get("shop%2Fbowl/full/pct:10/0/default.jpg");
        assertEquals(
                List.of(
                        "<" + ROOT + "/shop%2Fbowl/full/300,150/0/default.jpg>;rel=\"canonical\"",
                        "<http://iiif.io/api/image/3/level2.json>;rel=\"profile\""),
                reply.headers().stream().map(RuleHeader::value).toList());
        get("shop%2Fbowl/full/300,/0/default.jpg");
        assertEquals(
                List.of(
                        "shop/bowl?req=imageprops",
                        "shop/bowl?wid=300&hei=150&fit=stretch,1&fmt=jpeg",
                        "shop/bowl?wid=300&hei=150&fit=stretch,1&fmt=jpeg"),
                images.asked);
        now = now.plusSeconds(2);
        get("shop%2Fbowl/full/300,/0/default.jpg");
        assertEquals(5, images.asked.size());
    }

    /** Otherwise it would be another part, or distorted. */
    @Test
    void anImageIsNeverReckonedWithTheSizeOfTheFileBeforeIt() {
        images.file = stamp(1);
        get("shop%2Fbowl/pct:50,50,50,50/100,/0/default.jpg");
        images.file = stamp(2);
        images.size = new PixelSize(600, 400);
        get("shop%2Fbowl/pct:50,50,50,50/100,/0/default.jpg");
        assertEquals(
                List.of(
                        "shop/bowl?req=imageprops",
                        "shop/bowl?crop=1500,750,1500,750&wid=100&hei=50&fit=stretch,1&fmt=jpeg",
                        "shop/bowl?crop=1500,750,1500,750&wid=100&hei=50&fit=stretch,1&fmt=jpeg",
                        "shop/bowl?req=imageprops",
                        "shop/bowl?crop=300,200,300,200&wid=100&hei=67&fit=stretch,1&fmt=jpeg&cache=validate"),
                images.asked);
    }

    @Test
    void aFileThatIsReplacedAgainAndAgainIsNotServed() {
        images.replaced = true;
        Reply reply = get("shop%2Fbowl/full/100,/0/default.jpg");
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, reply.standIn().cause());
        assertEquals(503, reply.status());
        assertEquals(6, images.asked.size());
    }

    private static Stamp stamp(long modified) {
        return new Stamp(new SourceKey(SourceKey.Kind.IMAGE, "", "bowl.jpg", true), modified, 100, "");
    }

    @Test
    void anImageThatIsGoneIsAskedForAsItWasSoThatItsLastGoodStateIsFound() {
        get("shop%2Fbowl/square/100,/0/default.jpg");
        now = now.plusSeconds(2);
        images.failure = FailureKind.SOURCE_MISSING;
        Reply reply = get("shop%2Fbowl/square/100,/0/default.jpg");
        assertEquals(images.asked.get(1), images.asked.get(3));
        assertEquals(404, reply.status());
        assertTrue(reply.headers().isEmpty());
    }

    @Test
    void whatWasNeverSeenIsAskedForInAboutTheSizeThatWasWanted() {
        images.failure = FailureKind.SOURCE_CORRUPT;
        assertEquals(502, get("shop%2Fbowl/10,10,5,5/100,/0/default.png").status());
        assertEquals("shop/bowl?wid=100&fmt=png", images.asked.get(1));
        assertEquals(502, get("shop%2Fbowl/info.json").status());
    }

    @Test
    void whatCannotBeReadIsToldWithTheStatusOfHttp() {
        assertEquals(400, get("shop%2Fbowl/full/full/0/default.jpg").status());
        assertEquals(404, get("shop/bowl/info.json").status());
        assertNull(images.asked.stream()
                .filter(asked -> !asked.contains("imageprops"))
                .findFirst()
                .orElse(null));
    }

    private Reply get(String path) {
        return service.answer(new IiifCall(
                path,
                ROOT,
                false,
                InetAddress.getLoopbackAddress(),
                now.plusSeconds(60),
                false,
                null,
                new AccessRecord()));
    }

    private static String text(Reply reply) {
        return new String(((Body.Bytes) reply.body()).bytes(), StandardCharsets.UTF_8);
    }

    private static final class Recorder implements ImageService {
        private final List<String> asked = new ArrayList<>();
        private FailureKind failure;
        private PixelSize size = new PixelSize(3000, 1500);
        private Stamp file = stamp(1);
        private boolean replaced;

        @Override
        public Answer serve(Call call) {
            asked.add(call.path() + "?" + call.query());
            assertEquals(Forwardable.NO, call.forwardable());
            if (failure != null) {
                return Reply.of("text/plain", new byte[0])
                        .withStatus(403)
                        .withStandIn(new StandIn(StandIn.Kind.TEXT, failure));
            }
            String body = "req=imageprops".equals(call.query())
                    ? "image.height=" + size.height() + "\r\nimage.mask=0\r\nimage.width=" + size.width() + "\r\n"
                    : "image";
            if (replaced) {
                file = stamp(file.modified() + 1);
            }
            return Reply.of("image/jpeg", body.getBytes(StandardCharsets.UTF_8)).withStamps(List.of(file));
        }
    }

    private static final class Titles implements ErrorRenderer {
        @Override
        public Reply text(Failure failure, ErrorForm form, StatusPolicy policy, int detail) {
            return Reply.of("text/plain", failure.kind().title().getBytes(StandardCharsets.UTF_8))
                    .withStatus(failure.kind().status(policy))
                    .withStandIn(new StandIn(StandIn.Kind.TEXT, failure.kind()));
        }

        @Override
        public Map<String, String> variables(Failure failure, StatusPolicy policy, int detail) {
            throw new UnsupportedOperationException();
        }
    }
}
