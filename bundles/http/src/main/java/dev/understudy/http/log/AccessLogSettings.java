package dev.understudy.http.log;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the access log.
 *
 * <p>Source: the reference's page on access logging ({@code TC::directory}, {@code TC::maxDays}, {@code TC::prefix},
 * {@code TC::pattern}).
 *
 * @param directory the folder of the files; null for no access log
 * @param maxDays the days for which files are kept
 * @param maxSize the bytes after which a file is put aside
 * @param maxFiles the files that are kept at most
 * @param prefix the first part of their names
 * @param format what the lines are
 * @param pattern the content of a line, as {@link LogPattern} reads it
 */
public record AccessLogSettings(
        @Nullable Path directory,
        int maxDays,
        long maxSize,
        int maxFiles,
        String prefix,
        LogFormat format,
        String pattern) {

    /** No access log. */
    public static final AccessLogSettings NONE =
            new AccessLogSettings(null, 10, Long.MAX_VALUE, 1, "access-", LogFormat.PATTERN, LogPattern.DEFAULT);
}
