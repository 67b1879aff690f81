package dev.understudy.metrics.settings;

import dev.understudy.http.DetailClients;
import dev.understudy.settings.SettingValues;

/**
 * The settings of {@code dev.understudy.metrics}.
 *
 * @param access says who may read the metrics
 * @param alerts when the log tells of alerts
 */
public record MetricsSettings(DetailClients access, AlertSettings alerts) {

    /** The settings of a configuration. */
    public static MetricsSettings of(SettingValues values) {
        return new MetricsSettings(
                new DetailClients(values.get(MetricsSettingTable.CLIENTS)), AlertSettings.of(values));
    }
}
