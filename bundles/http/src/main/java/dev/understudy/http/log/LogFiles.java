package dev.understudy.http.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a log: {@code access-2026-03-01.log}, and {@code access-2026-03-01.1.log} for what was put aside first on that day. */
final class LogFiles {

    private static final Logger LOG = LoggerFactory.getLogger(LogFiles.class);
    private static final String SUFFIX = ".log";
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:\\.(\\d{1,9}))?");

    private final Path directory;
    private final String prefix;
    private final int maxDays;
    private final int maxFiles;

    private record LogFile(Path path, LocalDate day, int number) {}

    LogFiles(Path directory, AccessLogSettings settings) {
        this.directory = directory;
        this.prefix = settings.prefix();
        this.maxDays = settings.maxDays();
        this.maxFiles = settings.maxFiles();
    }

    /** Returns the file that the lines of a day are written to. */
    Path of(LocalDate day) {
        return directory.resolve(prefix + day + SUFFIX);
    }

    /** Gives the file of a day the next free number. */
    void putAside(LocalDate day) throws IOException {
        int last = all().stream()
                .filter(file -> file.day.equals(day) && file.number != Integer.MAX_VALUE)
                .mapToInt(LogFile::number)
                .max()
                .orElse(0);
        Files.move(of(day), directory.resolve(prefix + day + "." + (last + 1) + SUFFIX));
    }

    /** Deletes the files that are too old, and the oldest ones when there are too many. */
    void deleteOld(LocalDate today) {
        try {
            LocalDate oldest = today.minusDays(maxDays);
            List<LogFile> files = all();
            for (int i = 0; i < files.size(); i++) {
                if (files.get(i).day.isBefore(oldest) || i < files.size() - maxFiles) {
                    Files.deleteIfExists(files.get(i).path);
                }
            }
        } catch (IOException e) {
            LOG.warn("Old access logs cannot be deleted: {}", e.toString());
        }
    }

    /** Returns the files, the oldest first; other files of the folder are not among them. */
    private List<LogFile> all() throws IOException {
        List<LogFile> found = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(directory, prefix + "*" + SUFFIX)) {
            for (Path path : paths) {
                LogFile file = logFile(path);
                if (file != null) {
                    found.add(file);
                }
            }
        }
        found.sort(Comparator.comparing(LogFile::day).thenComparing(LogFile::number));
        return found;
    }

    private @Nullable LogFile logFile(Path path) {
        String name = path.getFileName().toString();
        Matcher parts = NAME.matcher(name.substring(prefix.length(), name.length() - SUFFIX.length()));
        if (!parts.matches()) {
            return null;
        }
        try {
            String number = parts.group(2);
            return new LogFile(
                    path,
                    LocalDate.parse(parts.group(1)),
                    number == null ? Integer.MAX_VALUE : Integer.parseInt(number));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
