package dev.understudy.cache.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OfferQueueTest {

    @Test
    void whatCannotBeWrittenLeavesRoomForOthers() {
        OfferQueue offers = new OfferQueue(Runnable::run);
        for (int i = 0; i < 1000; i++) {
            offers.add(1 << 20, () -> {
                throw new IllegalStateException("of the test");
            });
        }
        offers.add(1 << 20, () -> CompletableFuture.completedFuture(null));
        assertEquals(1000, offers.failed());
        assertEquals(0, offers.dropped());
        assertEquals(1, offers.stored());
    }
}
