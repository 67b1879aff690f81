package dev.understudy.http.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.http.lease.SlotState;
import dev.understudy.observe.SourceRoots;
import dev.understudy.observe.SourceRoots.SourceRoot;
import dev.understudy.observe.SourceRoots.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageHealthTest {

    private final Health health = new Health(() -> Map.of("/is/image", SlotState.SERVING), () -> null, List::of);

    @Test
    void rootsAreToldByTheirPlacesInTheSettings() {
        assertEquals(-1, report().indexOf("storage"), "as long as nobody tells of them");
        health.roots(new Roots(List.of(new SourceRoot("image.rootPath", 1, State.PRESENT))));
        assertEquals(
                "\"storage\":{\"state\":\"ok\","
                        + "\"roots\":[{\"setting\":\"image.rootPath\",\"number\":1,\"state\":\"present\"}]}}\n",
                storage());
    }

    @Test
    void oneThatIsNotThereIsAProblemAndOneThatHasGoneDegrades() {
        SourceRoot absent = new SourceRoot("image.rootPath", 1, State.ABSENT);
        SourceRoot vanished = new SourceRoot("staticContent.rootPath", 2, State.VANISHED);
        health.roots(new Roots(List.of(absent)));
        assertEquals("\"storage\":{\"state\":\"problem\"", storage().substring(0, 28));
        health.roots(new Roots(List.of(absent, vanished)));
        assertEquals(
                "\"storage\":{\"state\":\"degraded\","
                        + "\"roots\":[{\"setting\":\"image.rootPath\",\"number\":1,\"state\":\"absent\"},"
                        + "{\"setting\":\"staticContent.rootPath\",\"number\":2,\"state\":\"vanished\"}]}}\n",
                storage());
    }

    @Test
    void replacedRootsDoNotUnsetTheirSuccessors() {
        Roots before = new Roots(List.of());
        health.roots(before);
        health.roots(new Roots(List.of()));
        health.unsetRoots(before);
        assertEquals("\"storage\":{\"state\":\"ok\",\"roots\":[]}}\n", storage());
    }

    private String report() {
        return HealthJson.details(health.report());
    }

    private String storage() {
        return report().substring(report().indexOf("\"storage\""));
    }

    private record Roots(List<SourceRoot> entries) implements SourceRoots {}
}
