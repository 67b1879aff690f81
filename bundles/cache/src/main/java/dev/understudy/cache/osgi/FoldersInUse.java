package dev.understudy.cache.osgi;

import dev.understudy.cache.disk.CacheSettingTable;
import dev.understudy.settings.SettingProblem;
import dev.understudy.settings.SettingsStatus;
import java.util.List;
import java.util.function.Supplier;

/**
 * The folders that another server uses, as a problem of the setting that names them: it ends a server that is starting, and
 * passes when the folder is left.
 */
record FoldersInUse(Supplier<List<String>> folders) implements SettingsStatus {

    private static final String REMEDY = "give each server a folder of its own, by UNDERSTUDY_CACHE or UNDERSTUDY_DATA";

    @Override
    public String configuration() {
        return CacheSettingTable.TABLE.pid();
    }

    @Override
    public List<SettingProblem> problems() {
        return folders.get().stream().map(this::problem).toList();
    }

    private SettingProblem problem(String folder) {
        return new SettingProblem(
                SettingProblem.Kind.UNUSABLE,
                configuration(),
                CacheSettingTable.FOLDER_SETTING,
                configuration() + ": " + CacheSettingTable.FOLDER_SETTING + ": '" + folder
                        + "' is used by another server; " + REMEDY,
                "a folder is used by another server; " + REMEDY);
    }
}
