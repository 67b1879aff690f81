package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.source.keep.FetchQuota;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.Test;

/** Names that take long to be looked up hold up nobody else. */
class ForeignClientTest {

    private static final int MAX_REQUESTS = 32;

    @Test
    void everyRequestMayHoldAThread() throws Exception {
        HttpClient client =
                ForeignClient.start(settings(), new FetchQuota(MAX_REQUESTS), (host, port, context, promise) -> {});
        CountDownLatch held = new CountDownLatch(MAX_REQUESTS);
        CountDownLatch end = new CountDownLatch(1);
        try {
            for (int i = 0; i < MAX_REQUESTS; i++) {
                client.getExecutor().execute(() -> {
                    held.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            assertTrue(held.await(30, TimeUnit.SECONDS));
        } finally {
            end.countDown();
            LifeCycle.stop(client);
        }
    }

    private static ForeignSettings settings() {
        return ForeignFixture.settings("127.0.0.1", 5, 1000, 1000, MAX_REQUESTS);
    }
}
