package dev.understudy.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A value for each setting of a table. */
public final class SettingValues {

    private final Map<SettingRow<?>, Object> values;
    private final Set<SettingRow<?>> replaced;

    /**
     * @param replaced the settings whose written values could not be used
     */
    SettingValues(Map<SettingRow<?>, Object> values, Set<SettingRow<?>> replaced) {
        this.values = Map.copyOf(values);
        this.replaced = Set.copyOf(replaced);
    }

    /** The value of a setting of the table. */
    @SuppressWarnings("unchecked") // Only values of a row's own syntax are put.
    public <T> T get(SettingRow<T> setting) {
        Object value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException(setting.name() + " is a setting of another table");
        }
        return (T) value;
    }

    /** Whether the written value could not be used, so that the cautious one took its place. */
    public boolean isReplaced(SettingRow<?> setting) {
        return replaced.contains(setting);
    }

    /** The same values with a setting's cautious one. */
    SettingValues withCautious(SettingRow<?> setting) {
        Map<SettingRow<?>, Object> others = new HashMap<>(values);
        others.put(setting, setting.syntax().parse(setting.cautious()));
        Set<SettingRow<?>> more = new HashSet<>(replaced);
        more.add(setting);
        return new SettingValues(others, more);
    }
}
