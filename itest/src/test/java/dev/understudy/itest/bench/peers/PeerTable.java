package dev.understudy.itest.bench.peers;

import java.util.ArrayList;
import java.util.Arrays;
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
     * @param drawn for each peer what it took in each round; nothing for one that cannot draw this
     */
    void add(String group, Derivative derivative, List<List<Peer.Drawn>> drawn) {
        double[] medians =
                drawn.stream().mapToDouble(PeerTable::medianMilliseconds).toArray();
        rows.append("| ").append(derivative).append(" |");
        double[] ratios = new double[medians.length];
        for (int i = 0; i < medians.length; i++) {
            ratios[i] = medians[0] / medians[i];
            rows.append(cell(i, medians[i], ratios[i], drawn.get(i)));
        }
        rows.append('\n');
        ratiosOfGroups.computeIfAbsent(group, any -> new ArrayList<>()).add(ratios);
    }

    private static String cell(int peer, double median, double ratioToFirst, List<Peer.Drawn> drawn) {
        if (drawn.isEmpty()) {
            return " – |";
        }
        String ratio = peer == 0 ? "" : String.format(Locale.ROOT, " **%.2f**", ratioToFirst);
        return String.format(
                Locale.ROOT, " %.1f%s (%d KB) |", median, ratio, (drawn.get(0).bytes() + 512) / 1024);
    }

    private static double medianMilliseconds(Collection<Peer.Drawn> rounds) {
        double[] sorted =
                rounds.stream().mapToDouble(Peer.Drawn::milliseconds).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
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
                page.append(summary(ratios, i));
            }
            page.append('\n');
        });
        return page.toString();
    }

    /** Over the rows that the peer can draw. */
    private static String summary(Collection<double[]> rows, int peer) {
        double[] ratios = rows.stream()
                .mapToDouble(row -> row[peer])
                .filter(ratio -> !Double.isNaN(ratio))
                .toArray();
        if (ratios.length == 0) {
            return " – |";
        }
        double mean = Math.exp(Arrays.stream(ratios).map(Math::log).average().orElseThrow());
        double least = Arrays.stream(ratios).min().orElseThrow();
        String of = ratios.length == rows.size() ? "" : ", of " + ratios.length;
        return String.format(Locale.ROOT, " %.2f (%.2f%s) |", mean, least, of);
    }
}
