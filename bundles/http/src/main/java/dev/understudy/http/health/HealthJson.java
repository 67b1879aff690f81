package dev.understudy.http.health;

import dev.understudy.observe.Secondaries;
import dev.understudy.serve.Json;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A health report as JSON. */
final class HealthJson {

    private HealthJson() {}

    static String write(Health.Report report) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("live", true);
        told.put("ready", report.ready());
        told.put("tenants", report.tenants().stream().map(HealthJson::tenant).toList());
        told.put("mounts", mounts(report.mounts()));
        told.put("quarantine", quarantine(report.quarantine()));
        told.put(
                "failures", report.failures().stream().map(HealthJson::failures).toList());
        told.put("secondaries", secondaries(report.secondaries()));
        return Json.of(told) + "\n";
    }

    private static Map<String, @Nullable Object> tenant(Health.TenantHealth tenant) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("name", tenant.name());
        told.put("state", tenant.state());
        told.put("problem", tenant.problem());
        return told;
    }

    private static List<Map<String, Object>> mounts(Map<String, String> mounts) {
        return mounts.entrySet().stream()
                .map(mount -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("mount", mount.getKey());
                    told.put("state", mount.getValue());
                    return told;
                })
                .toList();
    }

    private static Map<String, Object> quarantine(Health.Quarantined quarantine) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("count", quarantine.count());
        told.put("newest", quarantine.newest());
        return told;
    }

    private static Map<String, Object> failures(Health.FailureCounts failures) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", failures.kind().code());
        told.put("count", failures.count());
        told.put("last", failures.last().truncatedTo(ChronoUnit.SECONDS));
        return told;
    }

    /** Everybody may ask for the health, so the servers have numbers instead of addresses. */
    private static List<Map<String, @Nullable Object>> secondaries(List<Secondaries.SecondaryStatus> entries) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> secondary(i + 1, entries.get(i)))
                .toList();
    }

    private static Map<String, @Nullable Object> secondary(int number, Secondaries.SecondaryStatus entry) {
        Secondaries.LastFailure last = entry.last();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("number", number);
        told.put("reachable", entry.reachable());
        told.put("breaker", entry.breaker().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        told.put("underWay", entry.underWay());
        told.put("failure", last == null ? null : trouble(last));
        told.put("forwards", entry.counts().stream().map(HealthJson::count).toList());
        return told;
    }

    private static Map<String, Object> count(Secondaries.ForwardCount count) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("reason", count.reason().code());
        told.put("outcome", count.outcome());
        told.put("count", count.count());
        return told;
    }

    private static Map<String, Object> trouble(Secondaries.LastFailure trouble) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", trouble.kind().code());
        told.put("last", trouble.when().truncatedTo(ChronoUnit.SECONDS));
        return told;
    }
}
