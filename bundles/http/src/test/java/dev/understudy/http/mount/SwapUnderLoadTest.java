package dev.understudy.http.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.LocalServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.Test;

/** Handlers that are replaced again and again under load lose no request, and are not called once they have stopped. */
class SwapUnderLoadTest {

    private static final int SWAPS = 50;
    private static final int CLIENTS = 6;

    private final AtomicInteger atWork = new AtomicInteger();
    private final LongAdder calledWhenGone = new LongAdder();
    private final LongAdder answered = new LongAdder();

    private final class Numbered {

        final AtomicBoolean gone = new AtomicBoolean();
        final Handler handler;

        Numbered(int number) {
            handler = LocalServer.handler((request, response, callback) -> {
                atWork.incrementAndGet();
                // Answer from another thread, as a forwarded request does.
                request.getComponents().getExecutor().execute(() -> {
                    if (gone.get()) {
                        calledWhenGone.increment();
                    }
                    atWork.decrementAndGet();
                    Content.Sink.write(response, true, "handler " + number, callback);
                });
            });
        }
    }

    private void awaitAnswer(long before) {
        while (answered.sum() == before) {
            Thread.onSpinWait();
        }
    }

    @Test
    void losesNothing() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        ConcurrentHashMap<String, LongAdder> answers = new ConcurrentHashMap<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (LocalServer server = new LocalServer()) {
            Numbered present = new Numbered(0);
            server.mount("/m", present.handler, 0);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(clients.submit(() -> {
                    while (!done.get()) {
                        var response = server.get("/m");
                        answers.computeIfAbsent(
                                        response.getStatus() == 200 ? response.getContent() : response.toString(),
                                        any -> new LongAdder())
                                .increment();
                        answered.increment();
                    }
                    return null;
                }));
            }
            for (int number = 1; number <= SWAPS; number++) {
                awaitAnswer(answered.sum());
                server.unmount("/m", present.handler);
                present.gone.set(true);
                present = new Numbered(number);
                server.mount("/m", present.handler, 0);
            }
            done.set(true);
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
            assertTrue(server.dispatcher.awaitIdle(Duration.ofSeconds(30)));
        } finally {
            clients.shutdownNow();
        }
        assertEquals(0, calledWhenGone.sum());
        assertEquals(0, atWork.get());
        answers.keySet().forEach(answer -> assertTrue(answer.startsWith("handler "), answer));
        assertTrue(answers.size() > 1, "the clients saw only " + answers.keySet());
    }
}
