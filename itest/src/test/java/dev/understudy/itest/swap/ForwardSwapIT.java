package dev.understudy.itest.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.ForwardTo;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.helper.BundleControl;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundle that forwards is replaced, and its configuration changed, while it forwards. */
@Timeout(120)
class ForwardSwapIT {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardSwapIT.class);

    private static final String MISSING = "/is/image/gallery/missing?wid=";
    private static final List<String> TARGETS =
            List.of(MISSING + 120, MISSING + 121, MISSING + 122, "/is/content/gallery/lost-leaflet?a");
    private static final int CYCLES = 5;

    @RegisterExtension
    static final Container KARAF = Container.karaf();

    @Test
    void noForwardIsLostWhenTheBundleIsReplaced() throws Exception {
        try (Identified secondary = new Identified("it");
                ForwardTo forward = ForwardTo.start(KARAF.server(), secondary.port());
                Load load = Load.start(KARAF.client(), TARGETS, 200)) {
            load.awaitEnough();
            for (int i = 0; i < CYCLES; i++) {
                tell("update");
                Thread.sleep(100);
                tell("stop");
                tell("start");
                Thread.sleep(100);
            }
            load.stopAndCompare();
            LOG.info("{} answers", load.answers());
            assertEquals(List.of(), load.faults());
        }
    }

    @Test
    void aNewRootUrlIsForNewRequests() throws Exception {
        try (Identified before = new Identified("before");
                Identified after = new Identified("after");
                ForwardTo toBefore = ForwardTo.start(KARAF.server(), before.port())) {
            CompletableFuture<Response> underWay = client().getLater(MISSING + 123 + "&" + Identified.SLOW);
            before.awaitSlow();
            toBefore.change(after.port());
            long start = System.nanoTime();
            String body = "before";
            while (body.equals("before")) {
                Response response = client().get(MISSING + 124);
                assertEquals(200, response.status(), response::toString);
                body = response.text();
                assertTrue(System.nanoTime() - start < 10e9, "the new setting is not taken up");
            }
            assertEquals("after", body);
            assertTrue(!underWay.isDone(), "it has not been answered yet");
            before.release();
            assertEquals("before", underWay.join().text());
        }
    }

    private static void tell(String action) {
        Response response = client().get(BundleControl.MOUNT + "/dev.understudy.redirect/" + action);
        assertEquals(200, response.status(), response::toString);
    }

    private static Client client() {
        return KARAF.client();
    }
}
