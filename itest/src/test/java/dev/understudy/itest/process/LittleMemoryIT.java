package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Setup;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many large composites at a time in a small heap: images, or the answer that the server is busy, and nothing else. */
class LittleMemoryIT {

    private static final int REQUESTS = 20;
    private static final int LAYERS = 12;
    private static final String SIDE = "2000,2000";

    /** What the layers above the canvas have, in turn. */
    private static final List<String> KINDS = List.of(
            "src=bridge&op_blur=3",
            "color=40,80,120,90",
            "src=dandelion&blendMode=mult&opac=60",
            "color=40,80,120,90&effect=-1&color=0,0,0&op_blur=9&pos=12,12",
            "color=90,20,40,60",
            "src=hills&rotate=7");

    private static String target(int request) {
        String above = IntStream.range(1, LAYERS)
                .mapToObj(layer -> "&layer=" + layer + "&size=" + SIDE + "&" + KINDS.get(layer % KINDS.size()))
                .collect(Collectors.joining());
        return "/is/image/gallery?layer=0&size=" + SIDE + "&color=" + (request + 100) + ",200,90" + above;
    }

    @Test
    void compositesAreMadeOrTurnedAway() throws Exception {
        Setup setup = Setup.fresh("little-memory")
                .with("JAVA_OPTS", "-Xmx512m")
                .setting("dev.understudy.engine", "deadline", "12000");
        try (ProcessServer server = ProcessServer.felix(setup)) {
            List<Integer> statuses = SimultaneousRequests.statuses(server, REQUESTS, LittleMemoryIT::target);
            assertTrue(Set.of(200, 503).containsAll(statuses), statuses::toString);
            assertEquals(200, server.client().get(target(REQUESTS)).status(), "alone, it is made");
            assertFalse(server.output().contains("OutOfMemory"), server::output);
        }
    }
}
