package dev.understudy.settings;

import dev.understudy.catalog.Printable;
import org.jspecify.annotations.Nullable;

/** A value that cannot be used, found by its syntax, together with other settings, or when it is put to use. */
public final class UnusableSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient SettingRow<?> setting;
    private final String allowed;

    /** A value outside the syntax of its setting. */
    UnusableSettingException(SettingRow<?> setting, String value, @Nullable String reason) {
        this(setting, value, reason, setting.syntax().allowed());
    }

    /**
     * A value that is refused for another reason than its syntax.
     *
     * @param value the value as it is written
     * @param reason more about what is wrong; null for nothing
     * @param allowed the values that could be used
     */
    public UnusableSettingException(SettingRow<?> setting, String value, @Nullable String reason, String allowed) {
        super(setting.title() + ": '" + Printable.of(setting.shown(value)) + "' is not a valid value"
                + (reason == null ? "" : " (" + Printable.line(reason) + ")")
                + "; allowed: " + allowed);
        this.setting = setting;
        this.allowed = allowed;
    }

    /** The setting. */
    public SettingRow<?> setting() {
        return setting;
    }

    /** The values that could be used. */
    public String allowed() {
        return allowed;
    }
}
