package dev.understudy.shell.command;

import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CacheCluster.ClusterFigures;
import dev.understudy.observe.CacheCluster.ClusterServer;
import dev.understudy.observe.CacheCluster.LookupFigures;
import dev.understudy.observe.CacheCluster.OfferFigures;
import dev.understudy.shell.text.TextTable;
import java.util.List;
import java.util.Locale;

/** Tells which servers share replies, and what comes of that. */
public final class ClusterCommand implements OperatorCommand {

    private static final double MEGABYTE = 1 << 20;

    private final OptionalService<CacheCluster> cluster = new OptionalService<>();

    /** The servers that are told of. */
    public OptionalService<CacheCluster> cluster() {
        return cluster;
    }

    @Override
    public String help() {
        return """
                understudy:cluster
                The servers that share replies, how much this one holds for all, and what came of its look-ups and of the replies that it has made.""";
    }

    @Override
    public String run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + String.join(" ", arguments) + "' is not understood; allowed: nothing");
        }
        CacheCluster present = cluster.get();
        if (present == null) {
            return "Nothing is shared: the bundle cache-cluster (feature understudy-cluster) is not installed.";
        }
        ClusterFigures figures = present.figures();
        return switch (figures.state()) {
            case OFF -> "Nothing is shared: cacheCluster.hosts is empty.";
            case STARTING -> "This server is about to join.";
            case FAILED -> "This server cannot take part, and tries again: " + figures.problem();
            case ALONE, JOINED -> servers(figures) + "\n\n" + counts(figures);
        };
    }

    private static String servers(ClusterFigures figures) {
        TextTable table = new TextTable("server", "");
        for (ClusterServer server : figures.servers()) {
            table.row(
                    server.address(), server.self() ? "this one" : server.answering() ? "answers" : "does not answer");
        }
        return table.toString();
    }

    private static String counts(ClusterFigures figures) {
        LookupFigures lookups = figures.lookups();
        OfferFigures offers = figures.offers();
        return String.format(
                Locale.ROOT,
                "held here: %d replies, %.1f of %.1f MB with copies%n"
                        + "look-ups: %d found, %d not there, %d of other sources, %d purged, %d damaged, %d not in time, %d left out%n"
                        + "made here: %d shared, %d not to be shared, %d too many at once, %d failed",
                figures.entries(),
                figures.bytes() / MEGABYTE,
                figures.maxBytes() / MEGABYTE,
                lookups.hits(),
                lookups.misses(),
                lookups.otherSources(),
                lookups.purged(),
                lookups.damaged(),
                lookups.timeouts(),
                lookups.skipped(),
                offers.stored(),
                offers.unshared(),
                offers.dropped(),
                offers.failed());
    }
}
