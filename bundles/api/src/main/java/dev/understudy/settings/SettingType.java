package dev.understudy.settings;

/** The type of a setting for consoles that edit configurations; a file has text in any case. */
public enum SettingType {
    BOOLEAN("Boolean"),
    INTEGER("Integer"),
    LONG("Long"),
    /** Text that nothing shows. */
    PASSWORD("Password"),
    TEXT("String");

    private final String metatype;

    SettingType(String metatype) {
        this.metatype = metatype;
    }

    /** The type's name in the OSGi Metatype specification. */
    public String metatype() {
        return metatype;
    }
}
