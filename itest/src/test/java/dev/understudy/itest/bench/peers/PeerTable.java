package dev.understudy.itest.bench.peers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Milliseconds of several peers, row by row, and how many times as fast as the first of them the others are. */
final class PeerTable {

    private final List<String> peers;
    private final Map<String, List<double[]>> ratiosOfGroups = new LinkedHashMap<>();
    private final StringBuilder rows = new StringBuilder();

    PeerTable(List<String> peers) {
        this.peers = List.copyOf(peers);
    }

    /**
     * Adds a row.
     *
     * @param group the rows that are summed up together
     * @param drawn for each peer what it took in each round
     */
    void add(String group, Derivative derivative, List<List<Peer.Drawn>> drawn) {
        double[] medians =
                drawn.stream().mapToDouble(PeerTable::medianMilliseconds).toArray();
        rows.append("| ").append(derivative).append(" |");
        double[] ratios = new double[medians.length];
        for (int i = 0; i < medians.length; i++) {
            ratios[i] = medians[0] / medians[i];
            int bytes = drawn.get(i).get(0).bytes();
            String ratio = i == 0 ? "" : String.format(Locale.ROOT, " **%.2f**", ratios[i]);
            rows.append(String.format(Locale.ROOT, " %.1f%s (%d KB) |", medians[i], ratio, (bytes + 512) / 1024));
        }
        rows.append('\n');
        ratiosOfGroups.computeIfAbsent(group, any -> new ArrayList<>()).add(ratios);
    }

    private static double medianMilliseconds(Collection<Peer.Drawn> rounds) {
        double[] sorted =
                rounds.stream().mapToDouble(Peer.Drawn::milliseconds).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** As a page of Markdown. */
    String markdown() {
        StringBuilder page = new StringBuilder("| milliseconds, **times as fast as " + peers.get(0) + "** (size) |");
        peers.forEach(peer -> page.append(' ').append(peer).append(" |"));
        page.append("\n|---|").append("---|".repeat(peers.size())).append('\n');
        page.append(rows).append("\n| geometric mean of ratios (least) |");
        peers.forEach(peer -> page.append(' ').append(peer).append(" |"));
        page.append("\n|---|").append("---|".repeat(peers.size())).append('\n');
        ratiosOfGroups.forEach((group, ratios) -> {
            page.append("| ").append(group).append(", ").append(ratios.size()).append(" rows |");
            for (int i = 0; i < peers.size(); i++) {
                page.append(String.format(Locale.ROOT, " %.2f (%.2f) |", mean(ratios, i), least(ratios, i)));
            }
            page.append('\n');
        });
        return page.toString();
    }

    private static double mean(List<double[]> ratios, int peer) {
        return Math.exp(ratios.stream()
                .mapToDouble(row -> Math.log(row[peer]))
                .average()
                .orElseThrow());
    }

    private static double least(List<double[]> ratios, int peer) {
        return ratios.stream().mapToDouble(row -> row[peer]).min().orElseThrow();
    }
}
