package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.Container;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that is killed while it fills its cache serves nothing wrong afterwards. */
class KillIT {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int CLIENTS = 6;
    private static final int ANSWERS_BEFORE = 25;

    private static final List<String> TARGETS = IntStream.range(0, 120)
            .mapToObj(i -> "/is/image/gallery/hills?wid=" + (200 + 3 * i))
            .toList();

    /** Another server with the same samples says what is right. */
    @RegisterExtension
    static final Container OTHER = Container.felix();

    @Test
    void theCacheSurvives() throws InterruptedException {
        Setup setup = Setup.brief("killed");
        for (int i = 0; i < KILLS; i++) {
            ProcessServer server = ProcessServer.felix(setup);
            killUnderLoad(server);
        }
        assertTrue(files(setup.cache()) > 0, "nothing was in the cache");
        try (ProcessServer server = ProcessServer.felix(setup)) {
            for (String target : TARGETS) {
                assertRight(target, server.client());
            }
        }
    }

    private static void assertRight(String target, Client client) {
        Response response = client.get(target);
        assertEquals(200, response.status(), response::toString);
        assertArrayEquals(OTHER.client().get(target).body(), response.body(), target);
    }

    private static void killUnderLoad(ProcessServer server) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger answers = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            clients.execute(() -> askUntilGone(server.client(), next, answers));
        }
        while (answers.get() < ANSWERS_BEFORE) {
            Thread.sleep(5);
        }
        server.kill();
        clients.shutdown();
        assertTrue(clients.awaitTermination(60, TimeUnit.SECONDS));
    }

    private static void askUntilGone(Client client, AtomicInteger next, AtomicInteger answers) {
        try {
            while (true) {
                client.get(TARGETS.get(Math.floorMod(next.getAndIncrement() * 7, TARGETS.size())));
                answers.incrementAndGet();
            }
        } catch (UncheckedIOException e) {
            // The server has been killed.
        }
    }

    private static long files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
