package dev.understudy.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * What is in an archive.
 *
 * @param files by their paths in it, without its first folder if it is one of a release
 */
record ReleaseArchive(Map<String, Entry> files) {

    /**
     * A file in an archive.
     *
     * @param mode its permissions, as chmod has them
     * @param seconds when it was changed, since 1970
     * @param sum of its bytes
     */
    record Entry(int mode, long seconds, long sum) {}

    /** The archive of a release. */
    static ReleaseArchive of(Path file) {
        String name = file.getFileName().toString();
        try {
            if (name.endsWith(".tar.gz")) {
                return tar(file);
            }
            return zip(file, name.endsWith(".zip") ? 1 : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static ReleaseArchive tar(Path file) throws IOException {
        Map<String, Entry> files = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(path(entry, 1), new Entry(entry.getMode() & 0777, seconds(entry), sum(tar)));
                }
            }
        }
        return new ReleaseArchive(files);
    }

    private static ReleaseArchive zip(Path file, int foldersToDrop) throws IOException {
        Map<String, Entry> files = new TreeMap<>();
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : (Iterable<ZipArchiveEntry>) zip.getEntries()::asIterator) {
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        files.put(
                                path(entry, foldersToDrop),
                                new Entry(entry.getUnixMode() & 0777, seconds(entry), sum(in)));
                    }
                }
            }
        }
        return new ReleaseArchive(files);
    }

    private static String path(ArchiveEntry entry, int foldersToDrop) {
        Path path = Path.of(entry.getName());
        return path.subpath(foldersToDrop, path.getNameCount()).toString();
    }

    private static long seconds(ArchiveEntry entry) {
        return entry.getLastModifiedDate().toInstant().getEpochSecond();
    }

    private static long sum(InputStream in) throws IOException {
        CRC32 sum = new CRC32();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sum.update(buffer, 0, read);
        }
        return sum.getValue();
    }

    /** The names of the jars, without their folders, in order. */
    List<String> jars() {
        return files.keySet().stream()
                .filter(path -> path.endsWith(".jar"))
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }
}
