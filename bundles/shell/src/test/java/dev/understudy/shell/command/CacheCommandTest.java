package dev.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.CatalogProblem;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.Catalogs;
import dev.understudy.catalog.RecordFields;
import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.SourceWarming;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheCommandTest {

    private final TestCatalogs catalogs = new TestCatalogs();
    private final Kept kept = new Kept();
    private final List<SourceKey> levels = new ArrayList<>();
    private final CacheCommand command = new CacheCommand(kept, new Levels(), new CatalogService() {
        @Override
        public Catalogs catalogs() {
            return catalogs;
        }

        @Override
        public List<CatalogProblem> problems() {
            return List.of();
        }
    });

    @BeforeEach
    void keepSome() {
        catalogs.defaults().set(Attributes.DEFAULT_EXT, ".jpg").record("none", "none.png");
        catalogs.tenant("shop")
                .set(Attributes.ROOT_PATH, "shop")
                .record("oak", "chairs/oak")
                .record("card", "")
                .record("masked", "elm.jpg");
        catalogs.tenant("shop").record("masked").set(RecordFields.MASK_PATH, "mask.png");
        catalogs.tenant("outlet").set(Attributes.ROOT_PATH, "shop").record("cheap", "chairs/oak");
        kept.keep("oak", List.of("shop/oak"), image("shop", "chairs/oak.jpg"));
        kept.keep("card", List.of("shop/card"));
        kept.keep("masked", List.of("shop/masked"), image("shop", "elm.jpg"), image("shop", "mask.png"));
        kept.keep("both", List.of("shop/card", "none"), image("", "none.png"));
        kept.keep("file", List.of("a/b.jpg"), image("", "a/b.jpg"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shop           | oak card masked both",
                "shop/oak       | oak",
                "outlet/cheap   | oak",
                "shop/card      | card both",
                "shop/masked    | masked",
                "none           | both",
                "shop/none      | both",
                "a/b.jpg        | file",
                "outlet         | oak masked",
            })
    void forgetsWhatAnObjectIsIn(String name, String forgotten) {
        int count = forgotten.isEmpty() ? 0 : forgotten.split(" ").length;
        String expected = count + (count == 1 ? " reply forgotten." : " replies forgotten.");
        assertEquals(expected, command.run(List.of("purge", name)));
        assertEquals(forgotten, String.join(" ", kept.forgotten));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "shop/nosuch", "nosuch/oak"})
    void aNameThatNobodyKnowsIsSaidToBeUnknown(String name) {
        String expected =
                "There is no catalog and no image '" + name + "', and nothing is kept of a file of that name.";
        assertEquals(expected, refusal(name));
        Others others = new Others();
        command.cluster().use(others);
        assertEquals(expected + " 2 other servers have been told.", refusal(name), "they may know the file");
        assertEquals(List.of(), kept.forgotten);
    }

    private String refusal(String name) {
        return assertThrows(IllegalArgumentException.class, () -> command.run(List.of("purge", name)))
                .getMessage();
    }

    @Test
    void aKnownNameOfWhichNothingIsKeptIsNoMistake() {
        kept.replies.clear();
        assertEquals("0 replies forgotten.", command.run(List.of("purge", "shop/oak")));
        assertEquals("0 replies forgotten.", command.run(List.of("purge", "shop")));
        assertEquals("0 replies forgotten.", command.run(List.of("purge")));
    }

    @Test
    void forgetsAll() {
        assertEquals("5 replies forgotten.", command.run(List.of("purge")));
    }

    @Test
    void otherServersAreTold() {
        Others others = new Others();
        command.cluster().use(others);
        assertEquals("1 reply forgotten. 2 other servers have been told.", command.run(List.of("purge", "shop/oak")));
        assertEquals(1, others.told.size());
        assertTrue(others.told.get(0).test(kept.replies.get("oak")));
        assertFalse(others.told.get(0).test(kept.replies.get("masked")));
        others.servers = 0;
        assertEquals(
                "6 replies forgotten. No other server is there; those that come are told.",
                command.run(List.of("purge")));
        others.state = CacheCluster.State.OFF;
        assertEquals("11 replies forgotten.", command.run(List.of("purge")));
        command.cluster().unset(others);
        assertEquals(2, others.told.size());
    }

    private static final class Others implements CacheCluster {

        private final List<ReplySelection> told = new ArrayList<>();
        private int servers = 2;
        private State state = State.JOINED;

        @Override
        public ClusterFigures figures() {
            return new ClusterFigures(
                    state,
                    null,
                    List.of(),
                    0,
                    0,
                    0,
                    new LookupFigures(0, 0, 0, 0, 0, 0, 0),
                    new OfferFigures(0, 0, 0, 0));
        }

        @Override
        public int forget(ReplySelection which) {
            told.add(which);
            return servers;
        }
    }

    @Test
    void tellsHowFullTheCacheIs() {
        assertEquals("5 of 100 replies, 1.5 of 2.0 MB, 1 of 2 folders in use.", command.run(List.of()));
        kept.folders = 0;
        assertEquals("No reply is kept: cache.rootPaths is empty.", command.run(List.of()));
    }

    @Test
    void understandsNothingElse() {
        for (List<String> wrong : List.of(List.of("forget"), List.of("purge", "a", "b"), List.of("shop"))) {
            assertThrows(IllegalArgumentException.class, () -> command.run(wrong));
        }
        assertEquals(Set.of(), Set.copyOf(kept.forgotten));
    }

    @ParameterizedTest
    @CsvSource({
        "shop, shop/chairs/oak.jpg shop/elm.jpg shop/mask.png",
        "shop/oak, shop/chairs/oak.jpg",
        "outlet/cheap, shop/chairs/oak.jpg",
        "shop/masked, shop/elm.jpg shop/mask.png",
        "shop/chairs/oak, shop/chairs/oak.jpg",
        "none, none.png",
        "a/b.jpg, a/b.jpg"
    })
    void forgetsWhatIsKeptOfItsSources(String name, String forgotten) {
        List<SourceKey> all = List.of(
                image("shop", "chairs/oak.jpg"),
                image("shop", "elm.jpg"),
                image("shop", "mask.png"),
                image("", "none.png"),
                image("", "a/b.jpg"));
        levels.addAll(all);
        command.run(List.of("purge", name));
        String gone = all.stream()
                .filter(key -> !levels.contains(key))
                .map(SourceKey::toString)
                .collect(Collectors.joining(" "));
        assertEquals(forgotten, gone);
    }

    @Test
    void tellsWhatWasKeptOfSources() {
        levels.addAll(List.of(image("shop", "elm.jpg"), image("", "none.png")));
        assertEquals("1 reply and 1 level of sources forgotten.", command.run(List.of("purge", "shop/masked")));
        levels.add(image("shop", "elm.jpg"));
        assertEquals("6 replies and 2 levels of sources forgotten.", command.run(List.of("purge")));
    }

    private final class Levels implements SourceWarming {

        @Override
        public WarmingFigures figures() {
            throw new AssertionError("nobody asks for that");
        }

        @Override
        public int warm(Collection<CatalogRecord> records) {
            throw new AssertionError("nobody asks for that");
        }

        @Override
        public int purge(Collection<ReplySelection> which) {
            int before = levels.size();
            levels.removeIf(key -> which.stream().anyMatch(selection -> selection.concerns(key)));
            return before - levels.size();
        }
    }

    private static SourceKey image(String rootPath, String path) {
        return new SourceKey(SourceKey.Kind.IMAGE, rootPath, path, true);
    }

    private static final class Kept implements CachedReplies {

        private final Map<String, ReplyOrigin> replies = new LinkedHashMap<>();
        private final List<String> forgotten = new ArrayList<>();
        private int folders = 2;

        void keep(String name, List<String> objects, SourceKey... sources) {
            replies.put(name, new ReplyOrigin(objects, Set.of(sources)));
        }

        @Override
        public CacheFigures figures() {
            return new CacheFigures(replies.size(), 100, 3 << 19, 2 << 20, folders, 1, 0);
        }

        @Override
        public int purge(BiPredicate<ReplyOrigin, Instant> which) {
            replies.forEach((name, reply) -> {
                if (which.test(reply, Instant.EPOCH)) {
                    forgotten.add(name);
                }
            });
            return forgotten.size();
        }
    }
}
