package dev.understudy.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.ReplySelection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusterCommandTest {

    private final ClusterCommand command = new ClusterCommand();

    private record Fixed(State state, @Nullable String problem) implements CacheCluster {

        @Override
        public ClusterFigures figures() {
            List<ClusterServer> servers = List.of(
                    new ClusterServer("10.0.0.1:5701", true, true),
                    new ClusterServer("10.0.0.2:5701", false, true),
                    new ClusterServer("10.0.0.3:5701", false, false));
            return new ClusterFigures(
                    state,
                    problem,
                    servers,
                    812,
                    3 << 19,
                    2 << 20,
                    new LookupFigures(1, 2, 3, 4, 5, 6, 7),
                    new OfferFigures(8, 9, 10, 11));
        }

        @Override
        public int forget(ReplySelection which) {
            throw new AssertionError("nothing is purged here");
        }
    }

    private String say(CacheCluster.State state, @Nullable String problem) {
        command.cluster().use(new Fixed(state, problem));
        return command.run(List.of());
    }

    @Test
    void tellsOfServersAndFigures() {
        assertEquals("""
                server
                10.0.0.1:5701  this one
                10.0.0.2:5701  answers
                10.0.0.3:5701  does not answer

                held here: 812 replies, 1.5 of 2.0 MB with copies
                look-ups: 1 found, 2 not there, 5 of other sources, 6 purged, 7 damaged, 3 not in time, 4 left out
                made here: 8 shared, 11 not to be shared, 9 too many at once, 10 failed""", say(CacheCluster.State.JOINED, null));
    }

    @Test
    void tellsWhyNothingIsShared() {
        assertEquals(
                "Nothing is shared: the bundle cache-cluster (feature understudy-cluster) is not installed.",
                command.run(List.of()));
        assertEquals("Nothing is shared: cacheCluster.hosts is empty.", say(CacheCluster.State.OFF, null));
        assertEquals("This server is about to join.", say(CacheCluster.State.STARTING, null));
        assertEquals(
                "This server cannot take part, and tries again: port 5701 is taken",
                say(CacheCluster.State.FAILED, "port 5701 is taken"));
        CacheCluster gone = new Fixed(CacheCluster.State.OFF, null);
        command.cluster().use(gone);
        command.cluster().unset(gone);
        assertEquals(
                "Nothing is shared: the bundle cache-cluster (feature understudy-cluster) is not installed.",
                command.run(List.of()));
    }

    @Test
    void understandsNothingElse() {
        assertThrows(IllegalArgumentException.class, () -> command.run(List.of("leave")));
    }
}
