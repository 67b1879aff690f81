package dev.understudy.iiif.settings;

import dev.understudy.settings.SettingValues;

/**
 * Where the IIIF Image API is served, and how.
 *
 * @param mount the path
 * @param url its URL as clients know it; empty for the one that they use
 * @param tileSize width and height of tiles, pixels
 */
public record IiifSettings(String mount, String url, int tileSize) {

    public IiifSettings {
        if (!mount.startsWith("/") || tileSize < 1) {
            throw new IllegalArgumentException("a mount without a slash, or tiles of less than a pixel");
        }
    }

    /** The settings of a configuration. */
    public static IiifSettings of(SettingValues values) {
        return new IiifSettings(
                values.get(IiifSettingTable.MOUNT),
                values.get(IiifSettingTable.ROOT_URL),
                values.get(IiifSettingTable.TILE_SIZE));
    }

    /** For people. */
    @Override
    public String toString() {
        return "at " + mount + (url.isEmpty() ? "" : ", known as " + url) + ", tiles of " + tileSize + " pixels";
    }
}
