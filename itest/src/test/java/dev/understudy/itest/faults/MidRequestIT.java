package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.helper.BundleControl;
import dev.understudy.itest.helper.FaultMode;
import dev.understudy.itest.helper.ProcessControl;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Row 44: what a request began with goes away while it is worked on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MidRequestIT {

    private static final Logger LOG = LoggerFactory.getLogger(MidRequestIT.class);

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration THREADS_END = Duration.ofSeconds(60);
    private static final int CYCLES = 50;
    private static final List<String> BUNDLES = List.of(
            "catalog",
            "errors",
            "redirect",
            "engine",
            "image",
            "content",
            "codec-jpeg",
            "codec-imageio",
            "codec-svg",
            "source",
            "cache",
            "levels");
    private static final AtomicInteger SIZES = new AtomicInteger(40);

    @RegisterExtension
    static final Container SERVER = FaultServers.shared();

    private FaultTenant tenant;
    private DecodingControl decoding;

    @BeforeEach
    void waitingImage() throws IOException {
        tenant = new FaultTenant(SERVER.server().setup(), "in-flight");
        tenant.create(LocalFaults.HERE, "", "");
        Breakage.write(FaultTenant.IMAGE, FaultMode.WAITS).apply(tenant);
        tenant.awaitLoaded(client());
        decoding = new DecodingControl(client());
        decoding.hold();
    }

    @AfterEach
    void release() {
        decoding.release();
    }

    @Test
    @Order(1)
    @DisplayName("44: a tenant is removed in mid-request")
    void aTenantIsRemoved() throws Exception {
        CompletableFuture<Response> inFlight = ask();
        tenant.remove();
        client().await("/is/image/in-flight/second", SOON, response -> response.status() == 403);
        decoding.release();
        assertRight(inFlight);
    }

    @ParameterizedTest(name = "44: {1} of {0} in mid-request")
    @CsvSource({
        "image,stop",
        "engine,stop",
        "engine,update",
        "catalog,stop",
        "codec-jpeg,update",
        "codec-imageio,update",
        "codec-svg,update",
        "source,update"
    })
    @Order(2)
    void aBundleGoes(String bundle, String action) throws Exception {
        CompletableFuture<Response> inFlight = ask();
        CompletableFuture<Response> gone = client().getLater(desk(bundle, action));
        Thread.sleep(200);
        decoding.release();
        assertRight(inFlight);
        assertEquals(200, gone.get(SOON.toSeconds(), TimeUnit.SECONDS).status());
        tell(bundle, "start");
        client().await("/is/image/in-flight/second?wid=40&fmt=png", SOON, response -> response.status() == 200);
    }

    /** The client takes only what fits into buffers on its way until the bundle is another. */
    @Test
    @Order(2)
    @DisplayName("44: update of content while a file is sent")
    void aBundleGoesWhileAFileIsSent() throws Exception {
        byte[] large = new byte[64 << 20];
        new Random(44).nextBytes(large);
        Files.write(tenant.contentFolder().resolve("large.bin"), large);
        try (KeptConnection client = KeptConnection.open(tenant.setup().port())) {
            client.send("/is/content/in-flight/large.bin");
            Thread.sleep(200);
            tell("content", "update");
            assertArrayEquals(large, client.receive().body());
        }
    }

    @Test
    @Order(3)
    @DisplayName("44: 50 updates leave no class loader behind")
    void nothingIsLeftBehind() {
        cycle(BUNDLES.size());
        long before = loaders();
        assertTrue(before >= BUNDLES.size(), "class loaders are not counted");
        cycle(CYCLES);
        // An idle thread may remember the last one until it ends; a leak leaves one for each update, for ever.
        long start = System.nanoTime();
        long after = loaders();
        while (after > before && System.nanoTime() - start < THREADS_END.toNanos()) {
            Clients.pause();
            after = loaders();
        }
        assertTrue(after <= before, before + " class loaders of bundles have become " + after);
    }

    private static void cycle(int cycles) {
        for (int i = 0; i < cycles; i++) {
            tell(BUNDLES.get(i % BUNDLES.size()), "update");
            client().await("/is/image/gallery/bridge?wid=" + (50 + i), SOON, response -> response.status() == 200);
        }
    }

    /** A request that waits in its decoder. */
    private CompletableFuture<Response> ask() {
        String target = "/is/image/in-flight/image?fmt=png&wid=" + SIZES.incrementAndGet();
        int before = decoding.begun();
        CompletableFuture<Response> response = client().getLater(target);
        decoding.awaitUnderWay(1);
        assertEquals(before + 1, decoding.begun());
        return response;
    }

    private static void assertRight(CompletableFuture<Response> answer) throws Exception {
        Response response = answer.get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertEquals(200, response.status(), response::toString);
        assertEquals("", response.header("Understudy-StandIn"), response::toString);
        assertTrue(FaultImages.isPlain(response.image(), LocalFaults.HERE), response::toString);
    }

    private static void tell(String bundle, String action) {
        Response response = client().get(desk(bundle, action));
        assertEquals(200, response.status(), response::toString);
        LOG.info("{} {}", action, response.text().strip());
    }

    private static String desk(String bundle, String action) {
        return BundleControl.MOUNT + "/dev.understudy." + bundle + "/" + action;
    }

    private static long loaders() {
        return Long.parseLong(client().get(ProcessControl.MOUNT + "/loaders").text());
    }

    private static Client client() {
        return SERVER.client();
    }
}
