package dev.understudy.http.health;

import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.EngineLoad;
import dev.understudy.observe.ForeignImages;
import dev.understudy.observe.RecentFailures;
import dev.understudy.observe.Secondaries;
import dev.understudy.observe.SourceRoots;
import dev.understudy.observe.SourceWarming;
import dev.understudy.serve.Json;
import dev.understudy.settings.SettingProblem;
import java.time.Instant;
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

    /** Returns what everybody may know. */
    static String summary(Health.Report report) {
        return Json.of(ready(report)) + "\n";
    }

    /** Returns all of a report. */
    static String details(Health.Report report) {
        Map<String, Object> json = ready(report);
        json.put("tenants", report.tenants().stream().map(HealthJson::tenant).toList());
        json.put("mounts", mounts(report.mounts()));
        json.put("quarantine", quarantine(report.quarantine()));
        json.put(
                "failures", report.failures().stream().map(HealthJson::failures).toList());
        json.put("ignored", report.ignored().stream().map(HealthJson::ignored).toList());
        json.put("secondaries", secondaries(report.secondaries()));
        if (report.tls() != null) {
            json.put("tls", TlsJson.of(report.tls(), Instant.now()));
        }
        json.put("settings", report.settings().stream().map(HealthJson::setting).toList());
        if (report.storage() != null) {
            json.put("storage", storage(report.storage()));
        }
        if (report.levels() != null) {
            json.put("levels", levels(report.levels()));
        }
        if (report.foreign() != null) {
            json.put("foreign", foreign(report.foreign()));
        }
        if (report.cache() != null) {
            json.put("cache", cache(report.cache()));
        }
        if (report.cluster() != null) {
            json.put("cluster", ClusterJson.of(report.cluster()));
        }
        if (report.load() != null) {
            json.put("load", load(report.load()));
        }
        return Json.of(json) + "\n";
    }

    private static Map<String, Object> cache(CachedReplies.CacheFigures cache) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", cache.entries());
        json.put("maxCount", cache.maxEntries());
        json.put("bytes", cache.bytes());
        json.put("maxBytes", cache.maxBytes());
        json.put("folders", cache.folders());
        json.put("usable", cache.usable());
        return json;
    }

    private static Map<String, Object> load(EngineLoad.LoadFigures load) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("requests", load.requests());
        json.put("maxRequests", load.maxRequests());
        json.put("rendering", load.rendering());
        json.put("renders", load.renders());
        json.put("memory", load.memory());
        json.put("maxMemory", load.maxMemory());
        return json;
    }

    private static Map<String, Object> foreign(ForeignImages.ForeignFigures foreign) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", foreign.images());
        json.put("bytes", foreign.bytes());
        json.put("maxBytes", foreign.maxBytes());
        json.put("fetching", foreign.fetching());
        json.put("fetched", foreign.fetched());
        json.put("unchanged", foreign.unchanged());
        json.put("failed", foreign.failed());
        return json;
    }

    private static Map<String, Object> levels(SourceWarming.WarmingFigures levels) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", levels.levels());
        json.put("bytes", levels.bytes());
        json.put("maxBytes", levels.maxBytes());
        json.put("waiting", levels.waiting());
        json.put("used", levels.used());
        json.put("damaged", levels.damaged());
        return json;
    }

    private static Map<String, Object> ready(Health.Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("live", true);
        json.put("ready", report.ready());
        return json;
    }

    private static Map<String, @Nullable Object> tenant(Health.TenantHealth tenant) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", tenant.name());
        json.put("state", tenant.state());
        json.put("problem", tenant.problem());
        return json;
    }

    private static List<Map<String, Object>> mounts(Map<String, String> mounts) {
        return mounts.entrySet().stream()
                .map(mount -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("mount", mount.getKey());
                    json.put("state", mount.getValue());
                    return json;
                })
                .toList();
    }

    private static Map<String, Object> quarantine(Health.Quarantined quarantine) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", quarantine.count());
        json.put("newest", quarantine.newest());
        return json;
    }

    private static Map<String, Object> failures(Health.FailureCounts failures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", failures.kind().code());
        json.put("count", failures.count());
        json.put("last", failures.last().truncatedTo(ChronoUnit.SECONDS));
        if (!failures.hours().isEmpty()) {
            json.put("hours", failures.hours());
        }
        return json;
    }

    private static Map<String, Object> ignored(RecentFailures.IgnoredCommand ignored) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("command", ignored.command());
        json.put("tenant", ignored.rootId().isEmpty() ? Health.DEFAULT_CATALOG : ignored.rootId());
        json.put("count", ignored.count());
        json.put("last", ignored.last().truncatedTo(ChronoUnit.SECONDS));
        return json;
    }

    /** Describes the servers by number instead of address, because the report is public. */
    private static List<Map<String, @Nullable Object>> secondaries(List<Secondaries.SecondaryStatus> entries) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> secondary(i + 1, entries.get(i)))
                .toList();
    }

    private static Map<String, @Nullable Object> secondary(int number, Secondaries.SecondaryStatus entry) {
        Secondaries.LastFailure last = entry.last();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", number);
        json.put("reachable", entry.reachable());
        json.put("breaker", entry.breaker().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("underWay", entry.underWay());
        json.put("failure", last == null ? null : trouble(last));
        json.put("forwards", entry.counts().stream().map(HealthJson::count).toList());
        return json;
    }

    /** Leaves out the value and the folder, since everybody may ask for the health. */
    private static Map<String, Object> setting(SettingProblem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", problem.file());
        json.put("setting", problem.setting());
        json.put("problem", problem.hint());
        return json;
    }

    /** Describes the roots by their places in the settings: their names are not for the public. */
    private static Map<String, Object> storage(Health.Storage storage) {
        List<SourceRoots.SourceRoot> roots = storage.roots();
        List<SourceRoots.StoreRoot> stores = storage.stores();
        boolean vanished = roots.stream().anyMatch(root -> root.state() == SourceRoots.State.VANISHED)
                || stores.stream().anyMatch(store -> store.state() == SourceRoots.StoreState.DOWN);
        boolean absent = roots.stream().anyMatch(root -> root.state() == SourceRoots.State.ABSENT)
                || stores.stream().anyMatch(store -> store.state() == SourceRoots.StoreState.REFUSED);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", vanished ? "degraded" : absent ? "problem" : "ok");
        json.put("roots", roots.stream().map(HealthJson::root).toList());
        if (!stores.isEmpty()) {
            json.put("stores", stores.stream().map(HealthJson::store).toList());
        }
        if (storage.kept() != null) {
            json.put("kept", kept(storage.kept()));
        }
        return json;
    }

    private static Map<String, Object> store(SourceRoots.StoreRoot store) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("setting", store.setting());
        json.put("number", store.number());
        json.put("state", store.state().name().toLowerCase(Locale.ROOT));
        json.put("requests", store.requests());
        json.put("failures", store.failures());
        return json;
    }

    private static Map<String, Object> kept(SourceRoots.KeptFigures kept) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", kept.files());
        json.put("bytes", kept.bytes());
        json.put("maxBytes", kept.maxBytes());
        json.put("fetching", kept.fetching());
        for (SourceRoots.FetchOutcome outcome : SourceRoots.FetchOutcome.values()) {
            json.put(outcome.name().toLowerCase(Locale.ROOT), kept.count(outcome));
        }
        return json;
    }

    private static Map<String, Object> root(SourceRoots.SourceRoot root) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("setting", root.setting());
        json.put("number", root.number());
        json.put("state", root.state().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static Map<String, Object> count(Secondaries.ForwardCount count) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reason", count.reason().code());
        json.put("outcome", count.outcome());
        json.put("count", count.count());
        return json;
    }

    private static Map<String, Object> trouble(Secondaries.LastFailure trouble) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", trouble.kind().code());
        json.put("last", trouble.when().truncatedTo(ChronoUnit.SECONDS));
        return json;
    }
}
