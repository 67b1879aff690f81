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
 * @param maxDays for how many days files are kept
 * @param prefix the beginning of the names of the files
 * @param pattern of the lines; see {@link LogPattern}
 */
public record AccessLogSettings(@Nullable Path directory, int maxDays, String prefix, String pattern) {

    /** No access log. */
    public static final AccessLogSettings NONE = of("", 10, "access-", LogPattern.DEFAULT);

    /**
     * Checks the settings as configured.
     *
     * @param directory empty for no access log
     * @throws IllegalArgumentException naming the setting and what is allowed
     */
    public static AccessLogSettings of(String directory, int maxDays, String prefix, String pattern) {
        if (maxDays < 1 || maxDays > 36_500) {
            throw new IllegalArgumentException("log.maxDays: " + maxDays + " is not allowed; allowed: 1..36500");
        }
        if (!prefix.matches("[A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException(
                    "log.prefix: '" + prefix + "' is not allowed; allowed: letters, digits, '.', '_' and '-'");
        }
        Path folder = directory.isBlank() ? null : Path.of(directory.strip());
        LogPattern.compile(pattern);
        return new AccessLogSettings(folder, maxDays, prefix, pattern);
    }
}
