package dev.understudy.source.web;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.settings.SettingValues;
import dev.understudy.source.file.SourceSettingTable;
import java.time.Duration;

/**
 * How foreign images are fetched and kept.
 *
 * <p>Source: the reference's page on general server settings.
 *
 * @param timeout for one image, from first to last
 * @param defaultExpiration how long one is fresh whose server does not say
 * @param addresses those that are asked though they are not public
 * @param maxFileBytes the largest image
 * @param maxKeptBytes what is kept at most
 * @param maxRequests how many are fetched at a time
 * @param maxWaiting how many requests wait for them at a time
 */
public record ForeignSettings(
        Duration timeout,
        Duration defaultExpiration,
        AddressFilter addresses,
        long maxFileBytes,
        long maxKeptBytes,
        int maxRequests,
        int maxWaiting) {

    private static final long MEBI = 1 << 20;

    /** The settings of a configuration. */
    public static ForeignSettings of(SettingValues values) {
        return new ForeignSettings(
                Duration.ofSeconds(values.get(SourceSettingTable.TIMEOUT)),
                Duration.ofSeconds(values.get(SourceSettingTable.DEFAULT_EXPIRATION)),
                values.get(SourceSettingTable.ADDRESSES),
                values.get(SourceSettingTable.MAX_FILE_SIZE) * MEBI,
                values.get(SourceSettingTable.CACHE_SIZE) * MEBI,
                values.get(SourceSettingTable.MAX_REQUESTS),
                values.get(SourceSettingTable.MAX_WAITING));
    }
}
