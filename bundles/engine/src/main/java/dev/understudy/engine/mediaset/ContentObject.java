package dev.understudy.engine.mediaset;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.CatalogRecord;
import dev.understudy.catalog.DirectAccess;
import dev.understudy.catalog.RecordFields;
import dev.understudy.source.SourceKey;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of static content in a set: a record, or a file by its path.
 *
 * @param catalog the record's, or that whose folder the file is in
 * @param record the record; null for a file
 * @param path the file's path
 */
public record ContentObject(Catalog catalog, @Nullable CatalogRecord record, String path) {

    /** Suffixes of videos, as the reference has them. */
    private static final Set<String> VIDEOS = Set.of("mp3", "mp4", "flv", "f4v", "swf", "xml");

    /** Whether a path is that of a video by its suffix. */
    static boolean isVideo(String path) {
        return VIDEOS.contains(suffix(path));
    }

    /** Whether it is a video by its suffix. */
    boolean isVideo() {
        return isVideo(path);
    }

    /** The suffix of its file in lower case, without a period; empty for none. */
    public String suffix() {
        return suffix(path);
    }

    /** How it is asked for; its record by its id. */
    public String name() {
        return underRoot(record == null ? path : record.id());
    }

    /** What follows {@code /is/content/} in requests for its file: its path, where files may be asked for by their path. */
    public String address() {
        boolean byPath = catalog.get(Attributes.ALLOW_DIRECT_ACCESS).allows(DirectAccess.Kind.STATIC);
        return byPath && !path.isEmpty() && !path.startsWith("/") ? underRoot(path) : name();
    }

    /** The bits a second of its stream, sound and image together; 0 when nobody says. */
    public long bitRate() {
        if (record == null) {
            return 0;
        }
        long total = record.get(RecordFields.TOTAL_STREAM_BIT_RATE);
        return total > 0
                ? total
                : Math.max(0, record.get(RecordFields.VIDEO_BIT_RATE))
                        + Math.max(0, record.get(RecordFields.AUDIO_BIT_RATE));
    }

    /** The file that it is. */
    SourceKey file() {
        return new SourceKey(
                SourceKey.Kind.STATIC_CONTENT, catalog.get(Attributes.STATIC_CONTENT_ROOT_PATH), path, record != null);
    }

    private String underRoot(String name) {
        return catalog.rootId().isEmpty() ? name : catalog.rootId() + "/" + name;
    }

    private static String suffix(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int period = name.lastIndexOf('.');
        return period < 0 ? "" : name.substring(period + 1).toLowerCase(Locale.ROOT);
    }
}
