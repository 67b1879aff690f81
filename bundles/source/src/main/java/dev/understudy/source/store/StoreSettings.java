package dev.understudy.source.store;

import dev.understudy.settings.SettingValues;
import dev.understudy.source.file.SourceSettingTable;
import java.time.Duration;

/**
 * How files of stores are fetched and kept.
 *
 * @param validationInterval how long a file is fresh
 * @param staleIfError how long after that it does while its store does not answer
 * @param timeout until a store must be connected, and until it must have sent anything more
 * @param maxFileBytes the largest file
 * @param maxKeptBytes what is kept at most
 * @param maxRequests how many files are fetched at a time
 * @param maxWaiting how many requests wait for them at a time
 * @param partsFrom bytes from which on a file is fetched in parts, if it is of a kind that is read so; 0 for never
 * @param forbiddenIsMissing whether a file that a store does not let be read counts as missing
 */
public record StoreSettings(
        Duration validationInterval,
        Duration staleIfError,
        Duration timeout,
        long maxFileBytes,
        long maxKeptBytes,
        int maxRequests,
        int maxWaiting,
        long partsFrom,
        boolean forbiddenIsMissing) {

    private static final long MEBI = 1 << 20;

    /** The settings of a configuration. */
    public static StoreSettings of(SettingValues values) {
        return new StoreSettings(
                Duration.ofSeconds(values.get(SourceSettingTable.STORE_VALIDATION)),
                Duration.ofSeconds(values.get(SourceSettingTable.STORE_STALE)),
                Duration.ofSeconds(values.get(SourceSettingTable.STORE_TIMEOUT)),
                values.get(SourceSettingTable.STORE_MAX_FILE_SIZE) * MEBI,
                values.get(SourceSettingTable.STORE_CACHE_SIZE) * MEBI,
                values.get(SourceSettingTable.STORE_MAX_REQUESTS),
                values.get(SourceSettingTable.STORE_MAX_WAITING),
                values.get(SourceSettingTable.STORE_PARTS_FROM) * MEBI,
                values.get(SourceSettingTable.STORE_FORBIDDEN_IS_MISSING));
    }
}
