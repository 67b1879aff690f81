package dev.understudy.engine.warm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.image.SourceLevels.IndexKey;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.ReplySelection.SelectedFile;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
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
    void levelsThatComeLaterForgetWhatWasPurgedMeanwhile() {
        assertEquals(0, sources.purge(List.of(file("oak"))));
        sources.use(levels);
        assertEquals(Set.of("elm"), kept());
    }

    @Test
    void theyForgetAllWhereThatWasVeryMuch() {
        for (int i = 0; i <= WarmSources.MAX_DUE; i++) {
            sources.purge(List.of(file("beech" + i)));
        }
        sources.use(levels);
        assertEquals(Set.of(), kept());
    }

    @Test
    void whatWasPurgedIsNotPurgedAgain() {
        sources.purge(List.of(file("oak")));
        sources.use(levels);
        sources.unset(levels);
        keep();
        sources.use(levels);
        assertEquals(Set.of("elm", "oak"), kept());
    }

    @Test
    void levelsThatGoMeanwhileForgetWhenTheyComeBack() {
        sources.use(levels);
        levels.duringPurge = () -> sources.unset(levels);
        sources.purge(List.of(file("oak")));
        levels.duringPurge = () -> {};
        keep();
        sources.use(levels);
        assertEquals(Set.of("elm"), kept());
    }

    private static ReplySelection file(String path) {
        return ReplySelection.of(Set.of(), Set.of(new SelectedFile("tests", path)));
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
