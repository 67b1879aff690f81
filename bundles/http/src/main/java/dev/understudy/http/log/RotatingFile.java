package dev.understudy.http.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A log file for each day. One that has grown too large is put aside under a number of its own and begun anew; old files are deleted
 * whenever one begins. Used by one thread.
 */
final class RotatingFile {

    private static final Logger LOG = LoggerFactory.getLogger(RotatingFile.class);

    /** For the server and its group: logs have addresses of clients. */
    private static final String PERMISSIONS = "rw-r-----";

    private static final int PIECE = 64 * 1024;

    private final Path directory;
    private final long maxSize;
    private final LogFiles files;
    private @Nullable LocalDate day;
    private @Nullable OutputStream out;
    private long size;

    RotatingFile(Path directory, AccessLogSettings settings) {
        this.directory = directory;
        this.maxSize = settings.maxSize();
        this.files = new LogFiles(directory, settings);
    }

    /** Appends lines to the file of a day. After a failure the next call opens the file again. */
    void write(LocalDate today, LineBuffer lines) throws IOException {
        try {
            OutputStream file = file(today);
            int from = 0;
            while (from < lines.length()) {
                int end = endOfFitting(lines, from);
                if (end == from) {
                    close();
                    files.putAside(today);
                    file = file(today);
                } else {
                    write(file, lines.bytes(), from, end);
                    from = end;
                }
            }
            file.flush();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** Returns the end of those lines that the file has room for; an empty file has room for one in any case. */
    private int endOfFitting(LineBuffer lines, int from) {
        long room = maxSize - size;
        if (lines.length() - from <= room) {
            return lines.length();
        }
        int end = from;
        int next = endOfLine(lines, from);
        while (next - from <= room || size == 0 && end == from) {
            end = next;
            next = endOfLine(lines, end);
        }
        return end;
    }

    private static int endOfLine(LineBuffer lines, int from) {
        int at = from;
        while (at < lines.length() && lines.bytes()[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /** Writes pieces of a bounded length, since Java copies each to memory outside its heap. */
    private void write(OutputStream file, byte[] bytes, int from, int end) throws IOException {
        for (int at = from; at < end; at += PIECE) {
            int count = Math.min(PIECE, end - at);
            file.write(bytes, at, count);
            size += count;
        }
    }

    void close() {
        OutputStream file = out;
        out = null;
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.debug("The access log cannot be closed", e);
            }
        }
    }

    private OutputStream file(LocalDate today) throws IOException {
        OutputStream present = out;
        if (present != null && today.equals(day)) {
            return present;
        }
        close();
        Files.createDirectories(directory);
        Path path = files.of(today);
        OutputStream opened = Channels.newOutputStream(Files.newByteChannel(
                path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), attributes(path)));
        out = opened;
        day = today;
        size = Files.size(path);
        files.deleteOld(today);
        return opened;
    }

    private static FileAttribute<?>[] attributes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PERMISSIONS))
                }
                : new FileAttribute<?>[0];
    }
}
