package dev.understudy.engine.warm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.image.SourceLevels.IndexKey;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At a start, levels may come later than what others say about them. */
class WarmSourcesPurgeTest {

    private final WarmSources sources = MemoryLevels.warm(nobody(), List.of());
    private final MemoryLevels levels = new MemoryLevels();

    @BeforeEach
    void keep() {
        for (String name : List.of("oak", "elm")) {
            levels.indexes.put(new IndexKey(new Stamp(key(name), 0, 1, ""), "1"), new byte[1]);
        }
    }

    @AfterEach
    void close() {
        sources.close();
    }

    @Test
    void levelsThatComeLaterForgetAllWhereSomethingWasPurgedMeanwhile() {
        assertEquals(0, sources.purge(key("oak")::equals));
        sources.use(levels);
        assertEquals(Set.of(), kept());
    }

    @Test
    void whatWasPurgedIsNotPurgedAgain() {
        sources.purge(key("oak")::equals);
        sources.use(levels);
        sources.unset(levels);
        keep();
        sources.use(levels);
        assertEquals(Set.of("elm", "oak"), kept());
    }

    @Test
    void levelsThatGoMeanwhileForgetWhenTheyComeBack() {
        sources.use(levels);
        Predicate<SourceKey> which = source -> {
            sources.unset(levels);
            return false;
        };
        sources.purge(which.or(key("oak")::equals));
        keep();
        sources.use(levels);
        assertEquals(Set.of(), kept());
    }

    private Set<String> kept() {
        return levels.indexes.keySet().stream()
                .map(key -> key.stamp().key().path())
                .collect(Collectors.toSet());
    }

    private static SourceKey key(String path) {
        return new SourceKey(SourceKey.Kind.IMAGE, "tests", path, true);
    }

    private static SourceAccess nobody() {
        return (SourceAccess) Proxy.newProxyInstance(
                SourceAccess.class.getClassLoader(), new Class<?>[] {SourceAccess.class}, (proxy, method, args) -> {
                    throw new AssertionError(method + " is not asked for");
                });
    }
}
