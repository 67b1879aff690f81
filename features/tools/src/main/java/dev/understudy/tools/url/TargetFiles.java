package dev.understudy.tools.url;

import dev.understudy.tools.setup.UnusableFileException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads access logs and lists of URLs, packed by gzip or not. */
public final class TargetFiles {

    private static final Path STANDARD_INPUT = Path.of("-");

    private TargetFiles() {}

    /** What is done with each line; a line has a char for each byte. */
    @FunctionalInterface
    public interface LineReader {

        /** Takes a line. */
        void line(String line) throws IOException;
    }

    /**
     * Reads files one after the other.
     *
     * @param files a dash stands for the standard input
     * @throws IOException with a message for people
     */
    public static void read(List<Path> files, LineReader reader) throws IOException {
        for (Path file : files) {
            try (InputStream in = open(file);
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    reader.line(line);
                }
            } catch (NoSuchFileException e) {
                throw new UnusableFileException("there is no file " + file);
            } catch (ZipException | EOFException e) {
                throw new UnusableFileException(file + " is packed, and damaged: " + e.getMessage());
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return System.in;
        }
        if (Files.isDirectory(file)) {
            throw new UnusableFileException(file + " is a folder");
        }
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
