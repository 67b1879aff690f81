package dev.understudy.engine.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.OutputPlan;
import dev.understudy.engine.plan.PlanKey;
import dev.understudy.engine.request.ReadRequest;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The plans of images that vector images take from requests. */
class EmbeddedImagePlannerTest {

    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog catalog = catalogs.tenant("shop")
            .record("frame", "frame.svg")
            .record("ball", "ball.jpg")
            .record("bat", "bat.jpg");

    private PlannedRequest planned(String query, String... references) throws ServeException {
        ReadRequest read = TestRequests.read("shop/frame", query, catalogs);
        PlannedRequest request = RequestPlanner.plan(read);
        ImageFile file = request.vectorFiles().get(0);
        return EmbeddedImagePlanner.with(request, Map.of(file, List.of(references)), read.raw());
    }

    private ImagePlan embedded(String query, String reference) throws ServeException {
        return planned(query, reference).vectorFiles().get(0).images().get(0).plan();
    }

    private static List<String> paths(PlannedRequest request) {
        return request.sources().stream().map(SourceKey::path).toList();
    }

    @Test
    void theRequestDependsOnThem() throws Exception {
        PlannedRequest request = planned("", "shop/ball?wid=9", "?src=bat");
        assertEquals(List.of("frame.svg", "ball.jpg", "bat.jpg"), paths(request));
        assertTrue(request.objectNames().containsAll(List.of("shop/frame", "shop/ball", "shop/bat")));
        assertInstanceOf(RequestDetails.OfVectors.class, request.details());
    }

    @Test
    void variablesReachTheirPathsAndQueries() throws Exception {
        assertEquals(List.of("frame.svg", "bat.jpg"), paths(planned("$x=bat", "shop/$x$?wid=9")));
        assertEquals(List.of("frame.svg", "bat.jpg"), paths(planned("$x=bat", "?src=$X$")));
        assertEquals(9, embedded("$w=9", "shop/ball?wid=$w$").view().scaling().width());
        assertEquals(
                FailureKind.REQUEST_MALFORMED,
                assertThrows(ServeException.class, () -> planned("$x=../ball", "shop/$x$?wid=9"))
                        .failure()
                        .kind());
    }

    @Test
    void theyAreAsClientsSeeThemButWrittenWithoutLoss() throws Exception {
        catalog.set(Attributes.DEFAULT_PIX, new PixelSize(30, 20));
        ImagePlan plan = embedded("", "shop/ball?qlt=3");
        assertEquals(new PixelSize(30, 20), plan.view().limits().defaultPix());
        assertEquals("png", plan.output().format());
        assertEquals(OutputPlan.Channels.COLOR, plan.output().channels());
        assertEquals(
                OutputPlan.Channels.COLOR_AND_ALPHA,
                embedded("", "shop/ball?fmt=png-alpha").output().channels());
    }

    @Test
    void whatChangesThemMakesAnotherImage() throws Exception {
        String one = PlanKey.of(planned("", "shop/ball?wid=9").image(), "1");
        assertEquals(one, PlanKey.of(planned("", "shop/ball?wid=9").image(), "1"));
        assertNotEquals(one, PlanKey.of(planned("", "shop/ball?wid=8").image(), "1"));
        catalog.record("ball", "other.jpg");
        assertNotEquals(one, PlanKey.of(planned("", "shop/ball?wid=9").image(), "1"));
    }

    @Test
    void theShortestLifetimeCounts() throws Exception {
        catalog.set(Attributes.EXPIRATION, Duration.ofHours(9));
        assertEquals(Duration.ofHours(9), planned("", "shop/ball").freshness().maxAge());
    }

    @Test
    void manyAreRefusedAndNoneChangesNothing() throws Exception {
        String[] many =
                IntStream.range(0, 65).mapToObj(i -> "shop/ball?wid=" + (i + 1)).toArray(String[]::new);
        assertEquals(
                FailureKind.SIZE_LIMIT,
                assertThrows(ServeException.class, () -> planned("", many))
                        .failure()
                        .kind());
        ReadRequest read = TestRequests.read("shop/frame", "", catalogs);
        PlannedRequest request = RequestPlanner.plan(read);
        assertSame(request, EmbeddedImagePlanner.with(request, Map.of(), read.raw()));
        assertEquals(
                RequestDetails.NONE,
                RequestPlanner.plan(TestRequests.read("shop/ball", "", catalogs))
                        .details());
    }
}
