package dev.understudy.settings;

import dev.understudy.catalog.Printable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A configuration as it was read.
 *
 * @param file the place it came from
 * @param values a value for each setting, in part cautious ones
 * @param changed what is written otherwise than the defaults, by the name of the setting
 * @param problems everything that is wrong, in the order of the table, unknown names last
 */
public record SettingReading(
        ConfigurationFile file, SettingValues values, Map<String, String> changed, List<SettingProblem> problems) {

    public SettingReading {
        problems = List.copyOf(problems);
    }

    /** Whether all values can be used. */
    public boolean isUsable() {
        return problems.stream().noneMatch(SettingProblem::isUnusable);
    }

    /** A line for the log: the settings that differ from their defaults. */
    String summary() {
        return changed.isEmpty()
                ? "defaults"
                : changed.entrySet().stream()
                        .map(setting -> setting.getKey() + " = " + Printable.of(setting.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
