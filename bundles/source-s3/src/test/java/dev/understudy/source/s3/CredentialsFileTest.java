package dev.understudy.source.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.profiles.ProfileFile;

/** A file of keys that is replaced while it is in use. */
class CredentialsFileTest {

    private static final Duration LATER = Duration.ofMinutes(1);

    @TempDir
    Path temp;

    private Instant now = Instant.now();

    private static String key(ProfileFile file) {
        return file.profile("default")
                .orElseThrow()
                .property("aws_access_key_id")
                .orElseThrow();
    }

    private Path write(String key) throws IOException {
        return Files.writeString(
                temp.resolve("keys"), "[default]\naws_access_key_id = " + key + "\naws_secret_access_key = s\n");
    }

    /** Times of files come from a clock that is some milliseconds behind the one that programs read. */
    @Test
    void whatIsWrittenRightAfterALookIsSeen() throws IOException {
        Path path = write("one");
        CredentialsFile file = new CredentialsFile(path, () -> now);
        assertEquals("one", key(file.get()));
        Files.setLastModifiedTime(write("two"), FileTime.from(now.minusMillis(5)));
        now = now.plus(LATER);
        assertEquals("two", key(file.get()));
    }

    @Test
    void whatIsWrittenWithinOneTickOfTheFileSystemIsSeen() throws IOException {
        FileTime tick = FileTime.from(now.minusMillis(5));
        Path path = write("one");
        Files.setLastModifiedTime(path, tick);
        CredentialsFile file = new CredentialsFile(path, () -> now);
        assertEquals("one", key(file.get()));
        Files.setLastModifiedTime(write("two"), tick);
        now = now.plus(LATER);
        assertEquals("two", key(file.get()));
    }

    /** The SDK makes credentials anew for another object. */
    @Test
    void anUnchangedFileIsTheSameObject() throws IOException {
        Path path = write("one");
        CredentialsFile file = new CredentialsFile(path, () -> now);
        ProfileFile first = file.get();
        now = now.plus(LATER);
        assertSame(first, file.get());
        now = now.plus(LATER);
        assertSame(first, file.get());
        write("another");
        now = now.plus(LATER);
        assertNotSame(first, file.get());
    }

    @Test
    void aFileThatIsBeingReplacedIsAsItWas() throws IOException {
        Path path = write("one");
        CredentialsFile file = new CredentialsFile(path, () -> now);
        assertEquals("one", key(file.get()));
        Files.delete(path);
        now = now.plus(LATER);
        assertEquals("one", key(file.get()));
        Files.createFile(path);
        now = now.plus(LATER);
        assertEquals("one", key(file.get()));
        write("two");
        now = now.plus(LATER);
        assertEquals("two", key(file.get()));
    }

    @Test
    void aFileThatWasNeverThereIsAFailure() {
        CredentialsFile file = new CredentialsFile(temp.resolve("none"), () -> now);
        assertThrows(RuntimeException.class, file::get);
        now = now.plus(LATER);
        assertThrows(RuntimeException.class, file::get);
    }
}
