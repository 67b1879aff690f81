package dev.understudy.settings;

import dev.understudy.catalog.Printable;
import dev.understudy.catalog.Support;

/**
 * A line of a configuration that has no effect.
 *
 * @param kind the reason
 * @param file the name of the file without its folder; the persistent identifier where no file is known
 * @param setting the name
 * @param message for operators: file, setting, value and what is allowed, in one line and without credentials
 * @param hint for everybody: no folder, no address
 */
public record SettingProblem(Kind kind, String file, String setting, String message, String hint) {

    /** The reason for which a line has no effect. */
    public enum Kind {
        /** The value cannot be used: a problem that ends a server that is just starting. */
        UNUSABLE,
        /** The name is not that of a setting. */
        UNKNOWN
    }

    /** Whether the value cannot be used, in distinction from a name that is unknown. */
    public boolean isUnusable() {
        return kind == Kind.UNUSABLE;
    }

    static SettingProblem unusable(ConfigurationFile file, UnusableSettingException refusal) {
        String allowed = "allowed: " + refusal.allowed();
        return new SettingProblem(
                Kind.UNUSABLE,
                file.lastPart(),
                refusal.setting().name(),
                file.name() + ": " + refusal.getMessage(),
                "not a valid value; " + allowed);
    }

    /** What has become of a setting of the reference. */
    private static String elsewhere(ServerSetting setting) {
        return setting.support() == Support.NONE
                ? setting.reference() + " has no effect here: " + setting.note()
                : setting.reference() + " is '" + setting.property() + "' in " + setting.configuration();
    }

    static SettingProblem unknown(ConfigurationFile file, String name, String nearest) {
        String shown = Printable.of(name);
        String hint = "not a setting; "
                + ServerSetting.named(name).map(SettingProblem::elsewhere).orElse("did you mean '" + nearest + "'?");
        return new SettingProblem(
                Kind.UNKNOWN, file.lastPart(), shown, file.name() + ": '" + shown + "' is " + hint, hint);
    }
}
