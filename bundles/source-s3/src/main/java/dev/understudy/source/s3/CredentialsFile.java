package dev.understudy.source.s3;

import dev.understudy.observe.Recency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSupplier;

/**
 * A file of credentials that is read again once it is another. The SDK's own supplier compares the file's time with the clock at its last look,
 * which is ahead of the times that a file system writes: it misses, for good, what is written in the milliseconds after a look. Safe for many
 * threads.
 */
final class CredentialsFile implements ProfileFileSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialsFile.class);

    /** How long the file is taken to be as it was. */
    private static final Duration REST = Duration.ofSeconds(1);

    /** A file that is younger than this when it is read may change without its time telling so. */
    private static final Duration YOUNG = Duration.ofSeconds(3);

    private final Path path;
    private final InstantSource clock;
    private @Nullable ProfileFile read;
    private @Nullable FileState state;
    private Instant looked = Instant.MIN;

    /** A file that has not been read yet. */
    CredentialsFile(Path path, InstantSource clock) {
        this.path = path;
        this.clock = clock;
    }

    /**
     * The state of a file when it was read.
     *
     * @param young whether it may have changed since then without another time
     */
    private record FileState(
            FileTime modified, long size, @Nullable Object key, boolean young) {

        static FileState of(Path path, Instant now) throws IOException {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            FileTime modified = found.lastModifiedTime();
            boolean young = modified.toInstant().plus(YOUNG).isAfter(now);
            return new FileState(modified, found.size(), found.fileKey(), young);
        }

        boolean isCertainly(FileState other) {
            return !young && equals(other);
        }
    }

    /**
     * What is in the file. One that cannot be read any more or has become empty, as while it is being replaced, is taken to be as it was.
     *
     * @throws RuntimeException when it has never been read, and cannot be
     */
    @Override
    public synchronized ProfileFile get() {
        Instant now = clock.instant();
        ProfileFile known = read;
        if (known != null && Recency.isRecent(looked, REST, now)) {
            return known;
        }
        looked = now;
        ProfileFile current = known == null ? first(now) : reread(known, now);
        read = current;
        return current;
    }

    private ProfileFile first(Instant now) {
        try {
            state = FileState.of(path, now);
        } catch (IOException e) {
            state = null; // and reading it says why
        }
        return load();
    }

    private ProfileFile reread(ProfileFile known, Instant now) {
        try {
            FileState found = FileState.of(path, now);
            FileState before = state;
            if (before != null && before.isCertainly(found)) {
                return known;
            }
            ProfileFile fresh = load();
            if (fresh.profiles().isEmpty()) {
                return known;
            }
            state = found;
            // the SDK compares identities to tell whether credentials have to be made anew
            return fresh.equals(known) ? known : fresh;
        } catch (IOException | RuntimeException e) {
            LOG.debug("The file of credentials cannot be read, and is taken to be as it was", e);
            return known;
        }
    }

    private ProfileFile load() {
        return ProfileFile.builder()
                .content(path)
                .type(ProfileFile.Type.CREDENTIALS)
                .build();
    }
}
