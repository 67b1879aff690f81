package dev.understudy.http.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log file for each day; files that are too old are deleted whenever a new one begins. Used by one thread. */
final class DailyFile {

    private static final Logger LOG = LoggerFactory.getLogger(DailyFile.class);
    private static final String SUFFIX = ".log";

    private final Path directory;
    private final String prefix;
    private final int maxDays;
    private @Nullable LocalDate day;
    private @Nullable BufferedWriter out;

    DailyFile(Path directory, String prefix, int maxDays) {
        this.directory = directory;
        this.prefix = prefix;
        this.maxDays = maxDays;
    }

    /** Appends lines to the file of a day. After a failure the next call opens the file again. */
    void write(LocalDate today, List<String> lines) throws IOException {
        try {
            BufferedWriter writer = file(today);
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
            writer.flush();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    void close() {
        BufferedWriter writer = out;
        out = null;
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                LOG.debug("The access log cannot be closed", e);
            }
        }
    }

    private BufferedWriter file(LocalDate today) throws IOException {
        BufferedWriter present = out;
        if (present != null && today.equals(day)) {
            return present;
        }
        close();
        Files.createDirectories(directory);
        BufferedWriter opened = Files.newBufferedWriter(
                directory.resolve(prefix + today + SUFFIX),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        out = opened;
        day = today;
        deleteBefore(today.minusDays(maxDays));
        return opened;
    }

    private void deleteBefore(LocalDate oldest) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, prefix + "*" + SUFFIX)) {
            for (Path file : files) {
                if (dateOf(file).isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("Old access logs cannot be deleted: {}", e.toString());
        }
    }

    /** Returns the day in a file's name; the latest possible day for other files. */
    private LocalDate dateOf(Path file) {
        String name = file.getFileName().toString();
        try {
            return LocalDate.parse(name.substring(prefix.length(), name.length() - SUFFIX.length()));
        } catch (DateTimeParseException e) {
            return LocalDate.MAX;
        }
    }
}
