package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Three servers that share what they have made; one of them stops, and is killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterIT {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterIT.class);
    private static final String FROM_ANOTHER = "Understudy-Cluster; hit, Understudy; fwd=uri-miss; stored";

    /** More than the slowest of a hundred requests may take longer than while all is well. */
    private static final long MILLIS = 60;

    private static final List<String> IMAGES = IntStream.range(0, 10)
            .mapToObj(i -> "/is/image/gallery/bridge?wid=" + (100 + i))
            .toList();

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static ClusterServers cluster;

    @BeforeAll
    static void start() throws IOException {
        cluster = ClusterServers.start(3);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void whatOneHasMadeTheOthersHave() {
        long before = cluster.figure(0, "stored");
        List<Response> made =
                IMAGES.stream().map(image -> cluster.get(0, image)).toList();
        made.forEach(response -> assertEquals("Understudy; fwd=uri-miss; stored", response.header("Cache-Status")));
        cluster.awaitStored(0, before + IMAGES.size());
        for (Response here : made) {
            Response there = cluster.get(1, here.target());
            assertEquals(FROM_ANOTHER, there.header("Cache-Status"), there::toString);
            assertArrayEquals(here.body(), there.body());
            assertEquals(here.header("ETag"), there.header("ETag"));
            assertEquals("Understudy; hit", cluster.get(1, here.target()).header("Cache-Status"));
        }
    }

    @Test
    @Order(2)
    void anImageThatOneServerHasAnotherFileOfIsMadeThere() throws Exception {
        long before = cluster.figure(0, "stored");
        String image = "/is/image/gallery/hills?wid=77";
        Response here = cluster.get(0, image);
        cluster.awaitStored(0, before + 1);
        Path images = cluster.server(2).setup().images().resolve("gallery");
        Path other = Files.copy(images.resolve("mountains.jpg"), images.resolve("other.part"));
        Files.move(other, images.resolve("hills.jpg"), StandardCopyOption.REPLACE_EXISTING);
        Response there = cluster.get(2, image);
        assertEquals("Understudy; fwd=uri-miss; stored", there.header("Cache-Status"));
        assertFalse(there.header("ETag").equals(here.header("ETag")));
        assertEquals(1, cluster.figure(2, "otherSources"));
    }

    @Test
    @Order(3)
    void aPurgeIsForAll() {
        String image = IMAGES.get(0);
        cluster.server(0).type("understudy:cache purge gallery/bridge");
        cluster.server(0).awaitOutput("2 other servers have been told.");
        cluster.server(1)
                .client()
                .await(
                        image,
                        Duration.ofSeconds(20),
                        answer -> answer.header("Cache-Status").equals("Understudy; fwd=uri-miss; stored"));
        cluster.server(0).type("understudy:cluster");
        String told = cluster.server(0).awaitOutput("made here: ");
        assertTrue(told.contains("this one") && told.contains("answers"), told);
    }

    /** Of whatever else the machine is busy with, the better of two rounds has less. */
    @Test
    @Order(4)
    void aServerThatStandsStillOrIsKilledCostsNoRequest() throws Exception {
        round("warming up", () -> {});
        assertTrue(standsStill() <= MILLIS || standsStill() <= MILLIS, "the other servers waited");
        round("one is killed", () -> cluster.server(2).kill());
        cluster.awaitMembers(2);
    }

    private static long standsStill() throws Exception {
        long well = round("all is well", () -> {});
        long stopped = round("one stands still", () -> cluster.signal(2, "STOP"));
        cluster.signal(2, "CONT");
        cluster.awaitMembers(3);
        return stopped - well;
    }

    private interface Event {
        void happen() throws Exception;
    }

    private static long round(String name, Event event) throws Exception {
        UnsharedRequests requests = UnsharedRequests.start(
                NUMBER, cluster.server(0).client(), cluster.server(1).client());
        try (requests) {
            Thread.sleep(300);
            event.happen();
            Thread.sleep(2700);
        }
        LOG.info(
                "{}: {} answers, 99 % within {} ms; {} not in time, {} left out",
                name,
                requests.count(),
                requests.percentile99(),
                cluster.figure(0, "timeouts") + cluster.figure(1, "timeouts"),
                cluster.figure(0, "skipped") + cluster.figure(1, "skipped"));
        assertEquals(List.of(), requests.failures());
        assertTrue(requests.count() > 0, "no requests");
        return requests.percentile99();
    }

    @Test
    @Order(5)
    void aServerThatJoinsIsWarm() throws Exception {
        long before = cluster.figure(0, "stored");
        List<String> images = IntStream.range(0, 20)
                .mapToObj(i -> "/is/image/gallery/dandelion-head?wid=" + (50 + i))
                .toList();
        images.forEach(image -> assertEquals(200, cluster.get(0, image).status()));
        cluster.awaitStored(0, before + images.size());
        cluster.join();
        cluster.awaitMembers(3);
        images.forEach(image -> {
            Response warm = cluster.get(3, image);
            assertEquals(FROM_ANOTHER, warm.header("Cache-Status"), warm::toString);
        });
    }
}
