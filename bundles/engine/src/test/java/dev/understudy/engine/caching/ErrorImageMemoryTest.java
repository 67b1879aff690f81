package dev.understudy.engine.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ErrorImageMemoryTest {

    private final ErrorImageMemory memory = new ErrorImageMemory(InstantSource.system());
    private int made;

    private Reply fetch(String key, int size, boolean good) throws ServeException {
        return memory.fetch(key, cached -> good, () -> {
            made++;
            return Reply.of("image/png", new byte[size]);
        });
    }

    @Test
    void anImageIsMadeOnceWhileItIsGood() throws ServeException {
        Reply first = fetch("a", 10, true);
        assertSame(first, fetch("a", 10, true));
        assertSame(first, memory.find("a", cached -> true));
        assertNull(memory.find("a", cached -> false));
        Reply second = fetch("a", 20, false);
        assertEquals(2, made);
        assertSame(second, fetch("a", 10, true));
    }

    @Test
    void theOldestGoWhenThereIsNoRoom() throws ServeException {
        for (int i = 0; i < 100; i++) {
            fetch("k" + i, 200_000, true);
            assertNotNull(memory.find("k0", cached -> true), "one that is asked for stays");
        }
        assertNull(memory.find("k1", cached -> true));
        assertNotNull(memory.find("k99", cached -> true));
        for (int i = 0; i < 10_000; i++) {
            fetch("small" + i, 0, true);
        }
        assertNull(memory.find("small1", cached -> true), "an image takes more than its bytes");
    }

    @Test
    void largeOnesAndFailuresAreNotKept() throws ServeException {
        fetch("large", 1 << 20, true);
        assertNull(memory.find("large", cached -> true));
        ServeException no = new ServeException(new Failure.Refused("no"));
        assertThrows(
                ServeException.class,
                () -> memory.fetch("bad", cached -> true, () -> {
                    throw no;
                }));
        assertNull(memory.find("bad", cached -> true));
    }
}
