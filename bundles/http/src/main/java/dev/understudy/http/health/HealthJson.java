package dev.understudy.http.health;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A health report as JSON. */
final class HealthJson {

    private HealthJson() {}

    static String write(Health.Report report) {
        String tenants = report.tenants().stream().map(HealthJson::tenant).collect(Collectors.joining(","));
        String mounts = report.mounts().entrySet().stream()
                .map(each -> "{\"mount\":" + text(each.getKey()) + ",\"state\":" + text(each.getValue()) + "}")
                .collect(Collectors.joining(","));
        String failures = report.failures().stream().map(HealthJson::failures).collect(Collectors.joining(","));
        return "{\"live\":true,\"ready\":" + report.ready() + ",\"tenants\":[" + tenants + "],\"mounts\":[" + mounts
                + "],\"quarantine\":" + quarantine(report.quarantine()) + ",\"failures\":[" + failures + "]}\n";
    }

    private static String tenant(Health.Tenant tenant) {
        return "{\"name\":" + text(tenant.name()) + ",\"state\":" + text(tenant.state()) + ",\"problem\":"
                + text(tenant.problem()) + "}";
    }

    private static String quarantine(Health.Quarantined quarantine) {
        String newest = quarantine.newest().stream().map(HealthJson::text).collect(Collectors.joining(","));
        return "{\"count\":" + quarantine.count() + ",\"newest\":[" + newest + "]}";
    }

    private static String failures(Health.Failures failures) {
        String last = failures.last().truncatedTo(ChronoUnit.SECONDS).toString();
        return "{\"code\":" + text(failures.kind().code()) + ",\"count\":" + failures.count() + ",\"last\":"
                + text(last) + "}";
    }

    private static String text(@Nullable String value) {
        if (value == null) {
            return "null";
        }
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
