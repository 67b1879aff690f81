package dev.understudy.itest.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measurements in turns: each contestant for a while, again and again, so that all of them see the same weather.
 *
 * @param count how often each is measured; once more before, which does not count
 * @param length of one measurement
 */
record Rounds(int count, Duration length) {

    /**
     * A server and what it is asked for.
     *
     * @param target path and query
     * @param pid its process, whose processor time is measured; 0 for none
     */
    record Contestant(int port, String target, long pid) {

        Contestant(int port, String target) {
            this(port, target, 0);
        }

        Measurement measure(int clients, Duration time) throws Exception {
            long before = processorNanos();
            Measurement measured = KeptConnections.measure(port, clients, time, () -> target);
            return measured.withProcessor((processorNanos() - before) / 1e3);
        }

        private long processorNanos() {
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElse(Duration.ZERO)
                    .toNanos();
        }
    }

    /** The middle figures of each contestant, by its name. */
    Map<String, Measurement> measure(Map<String, Contestant> contestants, int clients) throws Exception {
        Map<String, List<Measurement>> rounds = new LinkedHashMap<>();
        for (int round = -1; round < count; round++) {
            for (Map.Entry<String, Contestant> each : contestants.entrySet()) {
                Measurement measured = each.getValue().measure(clients, length);
                if (round >= 0) {
                    rounds.computeIfAbsent(each.getKey(), any -> new ArrayList<>())
                            .add(measured);
                }
            }
        }
        Map<String, Measurement> middle = new LinkedHashMap<>();
        rounds.forEach((name, all) -> middle.put(name, Measurement.middle(all)));
        return middle;
    }
}
