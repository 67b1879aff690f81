package dev.understudy.http.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** What can be seen of a file without reading it; a link is followed. Another state means that the file may have other content. */
record FileState(Path file, long size, long modified, String identity) {

    private static final long NOT_THERE = -1;

    static FileState of(Path file) {
        try {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileState(file, seen.size(), seen.lastModifiedTime().toMillis(), String.valueOf(seen.fileKey()));
        } catch (IOException e) {
            return new FileState(file, NOT_THERE, NOT_THERE, "");
        }
    }

    static List<FileState> of(List<Path> files) {
        return files.stream().map(FileState::of).toList();
    }
}
