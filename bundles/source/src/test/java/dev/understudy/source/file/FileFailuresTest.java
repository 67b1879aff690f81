package dev.understudy.source.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.failure.FailureKind;
import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileFailuresTest {

    private static final SourceKey KEY = new SourceKey(SourceKey.Kind.IMAGE, "shop", "a.jpg", true);

    @Test
    void runningOutOfDescriptorsIsTheServersTrouble() {
        assertEquals(
                FailureKind.STORAGE_UNAVAILABLE, kind(new FileSystemException("a.jpg", null, "Too many open files")));
        assertEquals(
                FailureKind.STORAGE_UNAVAILABLE,
                kind(new FileSystemException("a.jpg", null, "Too many open files in system")));
    }

    @Test
    void aMountThatHasGoneAwayIsTheServersTrouble() {
        assertEquals(
                FailureKind.STORAGE_UNAVAILABLE, kind(new FileSystemException("a.jpg", null, "Stale file handle")));
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, kind(new FileSystemException("a.jpg", null, "Host is down")));
    }

    @Test
    void everythingElseIsTheFilesTrouble() {
        assertEquals(FailureKind.SOURCE_MISSING, kind(new NoSuchFileException("a.jpg")));
        assertEquals(FailureKind.SOURCE_UNREADABLE, kind(new AccessDeniedException("a.jpg")));
        assertEquals(FailureKind.SOURCE_UNREADABLE, kind(new FileSystemException("a.jpg", null, "Input/output error")));
        assertEquals(FailureKind.SOURCE_UNREADABLE, kind(new IOException()));
    }

    private static FailureKind kind(IOException e) {
        return FileFailures.of(KEY, e).failure().kind();
    }
}
