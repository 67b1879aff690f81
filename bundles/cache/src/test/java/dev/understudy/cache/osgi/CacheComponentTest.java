package dev.understudy.cache.osgi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.understudy.serve.ReplyCache;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** What the cache of a server leaves to the interface that it offers: nothing, as its defaults know no disk. */
class CacheComponentTest {

    @Test
    void everyMethodOfTheCacheIsItsOwn() {
        for (Method method : ReplyCache.class.getMethods()) {
            assertDoesNotThrow(
                    () -> CacheComponent.class.getDeclaredMethod(method.getName(), method.getParameterTypes()),
                    method::toString);
        }
    }
}
